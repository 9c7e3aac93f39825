/** What customers say in any conversation, whatever the business: English. One phrase a line. */
export const enTalk = {
  greeting: `
hello
hi
hey
hi there
hello there
good morning
good afternoon
good evening
hey guys
hello everyone
hey, anyone there?
hi, are you there?
morning
hi, i have a question
hello, can i ask something
good day
hey bot
hello, is this the shop?
hi, first time here
hi team
hello, need some info
hey, quick question
dear team, hello
good day to you
hi hope you are well
👋
helo there
hello, i need help
hi, can i ask you something
good evening, are you there?
good afternoon, i have a question
good morning to you
good morning team
hello again
hi all
hey, is anybody there
hello, anyone online?
hello, how are you
hey, how is it going
hey, i need some info
hello, i found you online
hi, is this the salon?
hello, good evening
hi, good day
howdy, anyone there?
hey bro
hello my friend
hey, hello
greetings, i have a question
hiya, quick question
hi, could you help me
howdy
start
sup guys
hi, saw your ad
`,
  yes: `
yes
yeah
yep
sure
of course
ok
okay
right
correct
absolutely
definitely
sounds good
i agree
yes please
go ahead
works for me
that works
confirm
why not
perfect
ya
great, go for it
yes that's correct
that suits me
sure thing
i'd love to
yes i want it
i'll take it
👍
yes i am
yes exactly
yes, exactly right
yes, let's do it
ok let's go
ok, deal
ok fine
okay, that's fine
fine by me
yes, confirmed
yes, definitely
yeah sure
yeah, why not
sure, go for it
correct, that's right
yes, i agree with that
sounds perfect
that sounds fine
alright, ok
yep, correct
affirmative
i'm in
confirmed, thank you
`,
  no: `
no
nope
nah
no thanks
no thank you
don't want it
i don't need it
not interested
that's wrong
not that
not now
i'd rather not
absolutely not
not for me
nothing else
that's not what i meant
you got it wrong
none of these
i said no
not this one
no need
definitely not
not what i asked
no it isn't
not at the moment
that's not right
please don't
👎
no, not really
no, that's wrong
no it's incorrect
incorrect, not this
no, i don't
i don't want that
i do not want it
i don't think so
no i don't agree
i'm not interested
not interested, thanks
no need, thanks
no, don't do that
no, not now
not now, maybe later
not today
not correct
this is not right
this is not what i want
it's not what i need
no, i didn't ask for that
you misunderstood, not that
no, none of those
negative
neither of those
no way
nah, i'll pass
`,
  thanks: `
thanks
thank you
thx
ty
thanks a lot
thank you so much
many thanks
much appreciated
i appreciate it
you've been very helpful
thanks for your help
thank u
tysm
that was helpful
great help
thanks for the quick reply
thank you for explaining
thanks a million
tnx
thank you kindly
got it, thanks
awesome, thanks
thanks for letting me know
thank you for the info
thankyou
really appreciate your support
thanks again
thanks, that answers my question
🙏
thanks, you saved my day
thanks guys, good job
cheers, that helped
thanks, cheers
cheers for that
thank you, you're very kind
thank you very much indeed
thanks for everything
thank you for your help
thank you, very helpful
thanks, you are the best
big thanks
thx for help
thank you, that's great
perfect, thanks
cool, thanks
appreciate your help
i really appreciate it
many thanks for your time
you helped me a lot
thanks a bunch
cheers
lifesaver, thank you
so kind of you
`,
  goodbye: `
bye
goodbye
see you
see you later
take care
good night
have a nice day
have a good one
talk to you later
see you tomorrow
catch you later
have a lovely weekend
good bye
see ya soon
byee
have a great evening
see you next week
thanks, bye
goodbye and have a nice day
have a nice evening
have a great day
have a nice weekend
have a great weekend
have a good day
have a good night
enjoy your day, bye
gotta go, bye
i have to go, bye
i must go now
got to go, talk later
talk later
talk soon
talk to you tomorrow
talk to you soon
see you soon
see you on monday
see you around
see u later
good night, see you tomorrow
night night
take care, bye
take care of yourself
farewell, take care
cya later
catch you tomorrow
until tomorrow, bye
all the best, goodbye
so long, see you
that's all for today, bye
ciao
that's all
i'm off, bye
end chat
close the chat
i'll write again tomorrow
`,
  operator: `
operator
talk to a human
i want to speak to a person
real person please
can i talk to someone
connect me to an agent
live chat with a human
am i talking to a robot
speak to the manager
can somebody call me
please call me back
i need a human
transfer me to support
is there anyone real here
i don't want to talk to a machine
you don't understand, give me a person
let me speak with your consultant
contact support
need to talk to sales
request a callback
human
stupid bot, get me a human
who can i speak to
i'd like to speak with an advisor
speek to operator
when will the manager reply
i want a live agent
switch to a real operator
my question is complicated, need a person
help me with a human
human agent
real human please
live agent please
live person
are you a bot or a human?
is this a bot or a real person
can i talk to a manager
i'd like to talk to the manager
let me talk to someone real
can someone call me
i want someone to call me back
connect me with the operator
connect me to customer support
connect me to a representative
i'd like to talk to customer service
talk to customer service agent
i want to talk to your staff
put me through to a human
can i speak with a representative
customer support
speak to customer support
stop the bot, real person please
i don't want a bot
call the operator
can i speak to a human by phone
i want a consultant
someone from your team please
are you a bot?
could i talk to the owner
`,
};
