package dev.howdah.core;

import java.util.Optional;
import java.util.UUID;

/**
 * What a change tells the journal besides its text, so that people can see later what was before,
 * and a later start can take it back. Never a secret.
 *
 * @param act what a provider was asked to do; empty for SQL
 * @param before what was so before, as far as the change knows; may have several lines
 * @param after what is so afterwards
 * @param script what is sent, where that is plain SQL; it is kept for the way back from a way back
 * @param oneWay why nothing takes this back, one full sentence; empty where nobody said
 * @param undoes the change that this one takes back
 */
public record ChangeNotes(
        Optional<Operation.Act> act,
        Optional<String> before,
        Optional<String> after,
        Optional<SqlScript> script,
        Optional<String> oneWay,
        Optional<UUID> undoes) {

    /** Of a change that says nothing of itself. */
    public static final ChangeNotes NONE =
            new ChangeNotes(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public ChangeNotes asking(Operation.Act asked) {
        return new ChangeNotes(Optional.of(asked), before, after, script, oneWay, undoes);
    }

    public ChangeNotes from(String was, String becomes) {
        return new ChangeNotes(act, Optional.of(was), Optional.of(becomes), script, oneWay, undoes);
    }

    public ChangeNotes sending(SqlScript sql) {
        return new ChangeNotes(act, before, after, Optional.of(sql), oneWay, undoes);
    }

    public ChangeNotes oneWay(String why) {
        return new ChangeNotes(act, before, after, script, Optional.of(why), undoes);
    }

    public ChangeNotes undoing(UUID change) {
        return new ChangeNotes(act, before, after, script, oneWay, Optional.of(change));
    }
}
