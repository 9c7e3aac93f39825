/** What customers ask of those they come to: English. One phrase a line. */
export const enVisit = {
  hours: `
opening hours
what time do you open
when do you close
are you open today
are you open on sunday
working hours
business hours
are you open now
how late are you open
open on weekends?
until what time do you work
do you work on holidays
what are your hours
are you open 24 hours
when are you open
what days are you open
do you close for lunch
what time do you close on saturday
open late?
hours
are you still open
do you work on monday
store hours
will you be open on new year
opening times
whats your opening time
open on bank holiday?
closed today?
are you closed on sunday
are you closed on holidays
are you closed now
is the shop open tomorrow
is the salon open on saturday
when does the shop open
what time does the store close
what time do you start
what time do you finish work
what time do you open tomorrow
open till when
till what time are you open
hours on saturday
holiday hours
christmas opening hours
weekend hours
do you open in the morning
do you work on sunday
do you work on weekends
do you work in the evening
which days do you work
your schedule on holidays
work schedule
when do you close today
when do you open on monday
do you have a day off
christmas hours
last entry time
when can i find you at work
`,
  address: `
address
where are you
where are you located
how do i get there
what's your address
location
send me your location
where is your shop
where is your salon
what street are you on
is there parking
where can i park
which floor
where's the entrance
how do i find you
do you have a branch downtown
how many branches
which city are you in
adress pls
i can't find you
are you near the station
what's the building number
which mall are you in
where is your office
i'm outside, which door
exact address
send the address
street address
share your location
location on the map
where is it on the map
pin on the map please
how to get there
how do i get to you
how to get there by bus
how do i get there from the airport
how to find you
where can i find you
where's your shop located
which street
what street is it on
which floor are you on
is there a metro near you
which metro station is near
where's the parking
parking near you?
where is the entrance to your office
where is the showroom located
which area is your shop in
directions to your shop
i'm lost, can't find your place
drop a pin
postcode?
landmark nearby
nearest metro
link to the map
`,
  booking: `
book
i want to book
make an appointment
can i book an appointment for tomorrow
any free slots
book a table
reserve a table for four
reservation
i'd like to make a reservation
appointment
can i come at 3 pm
free on friday?
book a haircut
sign me up
when is the next available appointment
book me in with anna
do i need an appointment
book online
book a room for two nights
table for tonight
can i get a massage tomorrow
book a consultation
any tables left for tonight
reserve a spot
book a slot
book a massage
book me for saturday
book a trial lesson
book the dentist for tuesday
can i book a room
can i book for tonight
can i book for friday evening
i'd like to book a manicure
i need an appointment with a doctor
appointment for tomorrow
appointment this evening
make an appointmnt
doctor's appointment
schedule an appointment
do you have any appointments today
free slot today?
any slots this evening
is there a slot after six
any free time on friday
any free tables
table for two
table for six at 8 pm
reserve a room
reserve for two nights
reserve me a slot
reservation for tonight
make a reservation for four
can i come tomorrow at 3
sign me up for a lesson
walk-ins welcome?
what dates are free
schedule a visit
can you fit me in
do you have time today
`,
};
