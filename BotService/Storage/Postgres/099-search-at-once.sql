-- New words go into the index at once: a list of words still to be sorted in would be read through by every search. Nobody waits for
-- it, because the search is filled behind the commits.
alter index searchable_words set (fastupdate = off);
