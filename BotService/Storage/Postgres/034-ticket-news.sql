-- What a shopper has still to be told of their ticket: the newest move, said once and not while a person speaks with them.
create table ticket_news (
  ticket_id text collate "C" primary key,
  kind      bigint not null, -- TicketNewsKind
  version   bigint not null, -- the ticket's: names the occasion
  due_at    bigint not null  -- Unix milliseconds: when to say it; while it is being said, when its teller is taken for lost
);

create index ticket_news_due on ticket_news (due_at);
