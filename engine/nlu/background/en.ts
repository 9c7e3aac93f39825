/** Everyday English that is nobody's business bot: the classifier learns from it what "none of the intents" looks like. CC0. */
export const backgroundEn: readonly string[] = `
how many planets are in the solar system
who wrote war and peace
when did the first world war start
why is the sky blue
what is the capital of australia
what is seventeen times nine
tell me a joke about a penguin
sing me a song
how do i make my grandmother's apple pie
what is the difference between a lion and a tiger
my brother and i went fishing yesterday
my head hurts again
the cat was yelling at the door all night
the neighbours upstairs are drilling again
they say there will be a thunderstorm tomorrow
it's freezing outside and the roads are icy
recommend a good movie for tonight
have you seen the last season of that show
who won the world cup
our team lost three nil last night
how can i learn to play the guitar
what are the chords of this song
translate butterfly into french
write an essay about autumn
solve x squared equals four
help me with my physics homework
what is the meaning of life
is there life on mars
do you believe in god
who are you going to vote for
what do you think about politics
what is the exchange rate of the yen today
should i invest in bitcoin
when will this winter end
i had a strange dream last night
grandma bakes the best cookies in town
the kids are playing hide and seek in the yard
my dog ate my shoe
i am tired and want to sleep
i'm sick of staying home
i'm bored, talk to me
do you love me
will you marry me
what mood are you in
what is your favourite colour
how old are you
are you a boy or a girl
who are your parents
think of a name for a kitten
how do i lose weight before summer
how many calories are in a banana
can you eat raw mushrooms
what can i cook for dinner with chicken
how long do you boil an egg
how do i get a wine stain out of a carpet
what is the best way to wash white shirts
why do cats purr
how long do turtles live
where do swallows spend the winter
what is the deepest lake in the world
highest mountain in europe
how far is the moon
who was the first man in space
what is a black hole
explain the theory of relativity
how does a combustion engine work
why is grass green
what is air made of
what was the name of shakespeare's wife
read me a poem by emily dickinson
which century did henry the eighth live in
when was slavery abolished
who invented the telephone
tell me a bedtime story
ask me a riddle
flip a coin
pick a random number
let's play twenty questions
knight to f three, your move
set an alarm for seven in the morning
turn on the kitchen light
make the music louder
switch off the tv
call my mom
remind me to buy milk
put a meeting with pete on my calendar
how do i get to the nearest gas station
how is the traffic on the ring road
what time does the train leave
the flight was delayed by three hours
we are flying to the seaside for our holidays
do i need a visa for japan
what should i see in prague in two days
book a table at a restaurant
the train is arriving at platform two
my car won't start this morning
i got a flat tire on the highway
what oil should i put in the engine
i got a ticket for speeding
i passed my driving test on the third try
my boss hated the report again
my colleagues are chipping in for a birthday gift
they haven't paid our salaries for two months
i want to quit and move to the country
the farmer next door bought a cow
huge pumpkins grew in the garden this year
when should i plant potatoes
the tomatoes in my greenhouse are sick
how do i get rid of ants
he carved a spoon out of wood
she knitted a scarf for her son
the teacher gave me a bad grade
my son started school this year
my daughter has a cold and is coughing
i have a fever, what should i do
what helps a sore throat
which vitamins should i take in spring
my back hurts after the gym
how many push-ups should i do
i ran five kilometres today
the water in the pool is too cold
skiing or snowboarding
who is stronger, batman or superman
i finished that game in two evenings
youtube videos won't load on my laptop
which processor is better for gaming
how do i reinstall windows
i forgot to turn off the iron
there is no hot water in our building
the elevator is broken again
it smells of paint in the hallway
somebody parked on the lawn
that is complete nonsense
you are so stupid
get lost
ha ha very funny
abracadabra
asdf qwer zxcv
blah blah blah
one two buckle my shoe
i don't understand anything in this life
what difference does it make
no way, that can't be true
well that was unexpected
so so, to be honest
everything will be fine, don't worry
i'm just passing by
i wrote that for no reason
sorry, wrong number
this message is not for you
hey alex where are you
i'll be there in five minutes, wait outside
pick up some bread on the way
the keys are under the mat
mum says hi to aunt kate
happy new year
happy birthday, all the best
what holiday is it today
how many days until christmas
who is elon musk
how much do bloggers earn
why do people lie
how do i ask a girl out
we broke up a week ago
she doesn't text me anymore
what rhymes with love
the old man caught a golden fish
the forest is quiet and the birds are singing
water boils at a hundred degrees
eight people came to the party
the president signed a new law
scientists discovered an unknown kind of beetle
oil prices fell again
the pound is getting stronger
there is a comedy at the cinema
the artist is painting a portrait
the choir sang the anthem
the book is on the table by the window
the sun is going down
we are having a barbecue tonight
the fish aren't biting today
the snow melted early this year
how much is a gallon of gas
what do you feed a parrot
the hamster escaped from its cage
which dog breed is the smartest
my grandfather fought in the war
a new exhibition opened at the museum
what does this word mean in latin
what is the star sign for august
horoscope for libra for tomorrow
read my palm
who shot kennedy
is the earth round or flat
do aliens exist
what came first, the chicken or the egg
how many seconds are in a day
name the capitals of all european countries
how tall is the eiffel tower
who painted the mona lisa
what language do they speak in brazil
how do you say thank you in japanese
what is the plot of hamlet
which team does he play for now
the stock market crashed this morning
my favourite band is on tour
how deep is the ocean
what year was the internet invented
`
  .trim()
  .split('\n');
