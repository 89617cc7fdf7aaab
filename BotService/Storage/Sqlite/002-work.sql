-- What a worker needs beside the message: the details of an effect, as JSON.
alter table outbox add column payload blob;
