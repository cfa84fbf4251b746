-- An account that was removed gets nothing new, also from a request that was under way when it was removed: the shared lock
-- waits for a removal that is not committed yet, and then sees it.
create function refuse_removed_account() returns trigger language plpgsql as $$
begin
  if new.user_id is not null then
    perform 1 from "user" where id = new.user_id and deleted_at is null for key share;
    if not found then
      raise exception 'the account % was removed or never was', new.user_id using errcode = 'foreign_key_violation';
    end if;
  end if;
  return new;
end $$;

create trigger order_of_a_living_account before insert on "order"
  for each row execute function refuse_removed_account();
create trigger cart_of_a_living_account before insert on cart
  for each row execute function refuse_removed_account();
create trigger session_of_a_living_account before insert on session
  for each row execute function refuse_removed_account();
create trigger account_of_a_living_account before insert on account
  for each row execute function refuse_removed_account();
create trigger address_of_a_living_account before insert on address
  for each row execute function refuse_removed_account();
create trigger top_up_of_a_living_account before insert on wallet_top_up
  for each row execute function refuse_removed_account();
create trigger preference_of_a_living_account before insert on notification_preference
  for each row execute function refuse_removed_account();
create trigger push_subscription_of_a_living_account before insert on push_subscription
  for each row execute function refuse_removed_account();
create trigger restock_request_of_a_living_account before insert on restock_request
  for each row execute function refuse_removed_account();
create trigger coupon_claim_of_a_living_account before insert on coupon_claim
  for each row execute function refuse_removed_account();
