-- Which rows of poll_votes are no votes, but corrections of ballots? replaces: the vote, or the correction, whose ballot
-- it replaces. Zeros for a vote.
ALTER TABLE sitepulse.poll_votes
    ADD COLUMN IF NOT EXISTS replaces UUID AFTER precedence;

-- How many voters have voted, with all their ballots set aside?
ALTER TABLE sitepulse.poll_tallies
    ADD COLUMN IF NOT EXISTS set_aside UInt64 AFTER rejected;
