/** What customers ask of those who sell: English. One phrase a line. */
export const enShop = {
  price: `
how much
price
what's the price
price list please
how much does it cost
what does a haircut cost
cost
what are your prices
how much do you charge
can you send me the prices
how much for two
price per kg
how much for a manicure
prices start from?
how much is this one
how much is a consultation
how much for the whole set
what is the cost of cleaning
how much do you want for it
cheapest option cost
tell me the price
do you have a price list
prise?
how much would i pay
cost per hour
what do you charge for repairs
how much altogether
what's the price of a haircut
what's the price for two people
total price
total cost
how much in total
how much is it in dollars
how much does a repair cost
how much does the set cost
how much would it cost me
what would it cost for two
price for one piece
price of this dress
prices for nails
price for a massage
tell me how much
how expensive is it
why is it so expensive
what are the rates per hour
quote the price please
price estimate
what's the fee for a visit
what fee do you charge
do you charge per hour
cost of a manicure
how much approximately
give me a quote
can i get an estimate
ballpark price?
is it expensive
`,
  availability: `
is it in stock
in stock?
do you have this
is this still available
availability
do you have size 42
what sizes are left
what colours do you have
do you have it in black
when will it be back in stock
sold out?
out of stock?
any left
how many are left
when is the next restock
do you have something similar
is it available in store
got any red ones
do you still have it
can i order it if it's not in stock
is this model available
do you have larger sizes
do you stock spare parts
do you have fresh ones today
do you have this in another colour
is there any left in the warehouse
is this item available
avalable now?
is this one in stock
do you have it in stock
is size m in stock
size 38 in stock?
check stock please
not in stock?
when back in stock
let me know when it's back in stock
when will you have it again
when do you get new stock
new stock when
are they sold out
is it sold out already
any of these left
are there any left
do you have any left
is there one left
do you have it in medium
do you have it in white
do you have this in small
do you have it in another size
do you have gift boxes
do you have cat food
what sizes do you have
which sizes are available
other colours available?
do you have other models
will you get more
discontinued?
do you carry kids clothes
put one aside for me
is there an alternative
`,
  discount: `
discount
any discounts?
can i get a discount
do you have a promo code
promo code
coupon
my promo code doesn't work
any special offers
can you make it cheaper
student discount
discount for seniors
loyalty card
how do i use my points
how many bonus points do i have
current promotions
birthday discount
first order discount
discount code not applied
bulk discount
i was promised a discount
family discount
can i combine two coupons
new customer discount
discout please
10% discount
discount for regular customers
discount if i buy two
give me a discount
is there any discount today
do you give discounts
wholesale discount
discount voucher
i have a voucher code
where do i enter the promo code
do you have a coupon
coupon code
coupon doesn't work
any offers this week
what offers do you have
special deals
deals and promotions
any promotions now
black friday discount
black friday sale
when is the sale
when does the sale start
sale
bonus points
use my bonus points
loyalty program
loyalty points balance
cashback or bonus program
make it cheaper please
cheaper for two?
cheaper for students?
is there a friend bonus or coupon
is the price negotiable
can you lower the price
is the offer still valid
cashback?
`,
  payment: `
how can i pay
payment
payment methods
do you take cards
can i pay cash
do you accept credit cards
can i pay on delivery
can i pay by bank transfer
send me the payment link
pay online
do i have to pay in advance
can i pay in installments
do you do instalments
send an invoice
can i get a receipt
my payment failed
card declined
can i pay half now
payment didn't go through
pay by phone
how do i transfer the money
pyment options
do you take foreign currency
pay later possible?
is prepayment needed
need a vat invoice
the payment page won't open
can i pay by card
pay by card
do you accept cash
do you accept gift cards
can i pay contactless
bank transfer
transfer to which account
bank account for payment
pay to your bank account
is prepayment required
do i need to pay a deposit
pay a deposit now?
installment plan
pay in installments possible?
payment by instalments
can i pay later
can i pay in two parts
i paid already, did you get it
did my payment go through
payment error
my card was charged twice
my card doesn't work for payment
link to pay
invoice for payment please
need an invoice
receipt for my payment
where do i pay
cash or card?
what's your iban
account number please
contactless ok?
can i use a digital wallet
`,
  delivery: `
delivery
do you deliver
how much is delivery
is delivery free
shipping
do you ship abroad
shipping cost
how long does delivery take
can you deliver today
same day delivery
do you deliver to my area
which cities do you ship to
delivery time
can you bring it to my house
when can you deliver
do you ship by post
free shipping over what amount
delivery to the door?
do you deliver on weekends
express shipping available?
international shipping
delivry options
which courier do you use
can you send it to another city
delivery terms
how fast can you get it to me
can i choose a delivery slot
do you have home delivery
do you deliver outside the city?
courier delivery
do you have courier delivery
courier or post delivery?
is there a pickup point
pickup or delivery
can i pick up myself instead of delivery
pick up in store
store pickup
do you ship to other countries
how long is shipping
shipping time
how fast is the delivery
how much do you charge for delivery
is shipping free
what's the delivery fee
can you deliver tomorrow
can you deliver to my office
can you deliver in the evening
deliver to the door?
do you deliver flowers
do you deliver on sunday
can you send it by post
can you send it by courier
send it to another country
post or courier, how do you send
when do you deliver
next day delivery
weekend delivery
collect in store
minimum order for delivery
do you drop off at the office
`,
};
