/** What customers write about an order or a visit they have already made: English. One phrase a line. */
export const enAfter = {
  'order-status': `
where is my order
order status
track my order
when will my order arrive
what's happening with my order
has my order been shipped
tracking number
where is my parcel
my package hasn't arrived
is my order ready
my order is late
check order 4512
how long until i get my order
still waiting for my order
did you receive my order
is my order confirmed
order hasn't come yet
can i collect my order now
my parcel is stuck
i ordered a week ago and nothing
any news on my order
status of my purchase
my order says processing
when do i get what i ordered
i placed an order yesterday
how is my order going
find my order
update on my order please
where can i track my order
tracking number for my order
tracking number not working
tracking shows nothing
is my package lost
did my order ship
has my order been sent
was my parcel shipped
my order hasn't arrived
my order is not here yet
when will my parcel come
when is my order coming
how long will my order take
is my order on the way
my order is delayed
what's the status of my order
status of order 1023
my order
courier with my order didn't come
where is the courier with my order
waiting for my parcel
my order says delivered but it isn't here
check my order please
lost parcel?
where's the driver
has it been sent yet
is my repair done
wheres my oder
`,
  refund: `
refund
i want a refund
i want my money back
return
how do i return this
can i return it
exchange
can i exchange it for another size
it doesn't fit, can i return it
return policy
when will i get my refund
refund not received
how long do i have to return
money back
i'd like to send it back
can i return without a receipt
lost the receipt, can i still return
change it for a different colour
refund my deposit
give me back my money
do you accept returns
refund for unused membership
refnd please
start a return
how many days for refund
i changed my mind about the dress, can i return it
got it as a gift, can i swap it
refund to my card
return shipping who pays
how do i get a refund
can i get a refund
can i get my money back
when do i get my money back
money back guarantee
my refund hasn't come
where is my refund
full refund please
refund for a cancelled service
partial refund
refund policy
return an item
i want to return this
can i return it to the store
can i return a gift
do you take returns
exchange policy
i want to exchange it
exchange for a bigger size
can i swap it for another
swap size
it's too small, can i exchange it
faulty item, i want a refund
exchange under warranty
replacement or refund please
need a replacement
reimburse me
warranty replacement
swap it for a bigger one
`,
  cancel: `
cancel
cancel my order
i want to cancel
cancel my appointment
cancel the booking
i can't make it
i won't be coming
please cancel it
how do i cancel
i changed my mind, cancel
cancel everything
i need to cancel tomorrow
can't come today
i'm sick, can't come
cancel delivery
cancel subscription
plans changed, won't make it
we are not coming
can i cancel without a fee
is it too late to cancel
cansel my order
something came up, i have to cancel
i changed my mind, don't send it
don't send it, cancel
ordered by mistake, cancel please
i don't need it anymore, cancel
can you cancel my order
can i still cancel
cancel my reservation
cancel my booking for tomorrow
cancel the table
cancel the visit
cancel the order, i ordered twice
cancel one of the orders
cancellation fee
i'd like to cancel my appointment
i have to cancel the appointment
have to cancel, i'm sick
sorry, can't make it today
can't make it tomorrow
i can't come tomorrow
i won't make it
we won't come tonight
won't be coming tomorrow
delete my booking
remove me, i'm not coming
stop the order please
stop, cancel that
call off the visit
take me off the list
void my order
ordered twice, remove one
give my slot to someone else
`,
  complaint: `
complaint
i want to complain
terrible service
your staff was rude
this is unacceptable
i'm very disappointed
it arrived broken
poor quality
worst experience ever
the food was cold
there was a hair in my food
i'm not happy
the cashier was impolite
it's damaged
i'll leave a bad review
horrible attitude
complain about staff
dissapointed with the quality
make a complaint
file a complaint
complaint about the quality
complaint about your staff
i want to complain about the service
awful service
bad service
bad quality
very bad experience
horrible experience
horrible food
terrible quality
rude staff
the manager was rude
rude driver
very disappointed in you
i'm not happy with the result
not happy with the service
very unhappy
it came broken
it broke the next day
broken and damaged
damaged item arrived
the product is fake
this is a scam
you are scammers
dirty room
the place was dirty
ridiculous service
unacceptable quality
worst service
worst place ever
i was overcharged
you sent the wrong item
nobody answers the phone
you ruined my hair
expired food
never coming back
`,
};
