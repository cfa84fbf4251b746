/** For a shop that one command plays all shoppers of: nothing moves by itself, and nobody is told to come back later. */
export const stillAndRoomy = {
  CARRIER_STEP_SECONDS: '0',
  RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000',
  RATE_LIMIT_SIGN_UP_PER_HOUR: '1000',
  RATE_LIMIT_MAIL_LINK_PER_HOUR: '1000',
  RATE_LIMIT_CHECKOUT_PER_MINUTE: '1000',
  RATE_LIMIT_CART_PER_MINUTE: '5000',
  RATE_LIMIT_RESTOCK_PER_HOUR: '1000',
}
