package dev.howdah.core.change;

import java.util.List;
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
 * @param made the roles that it makes, which a later start drops to take it back; their numbers are
 *     there in the line of its end only
 */
public record ChangeNotes(
        Optional<Operation.Act> act,
        Optional<String> before,
        Optional<String> after,
        Optional<SqlScript> script,
        Optional<String> oneWay,
        Optional<UUID> undoes,
        List<MadeRole> made) {

    public ChangeNotes {
        made = List.copyOf(made);
    }

    /**
     * A role, which a later one of the same name is not.
     *
     * @param oid the server's number of it; empty while it is not made, or not known
     */
    public record MadeRole(String name, Optional<Long> oid) {}

    /** Of a change that says nothing of itself. */
    public static final ChangeNotes NONE =
            new ChangeNotes(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    public ChangeNotes asking(Operation.Act asked) {
        return new ChangeNotes(Optional.of(asked), before, after, script, oneWay, undoes, made);
    }

    public ChangeNotes from(String was, String becomes) {
        return new ChangeNotes(
                act, Optional.of(was), Optional.of(becomes), script, oneWay, undoes, made);
    }

    public ChangeNotes sending(SqlScript sql) {
        return new ChangeNotes(act, before, after, Optional.of(sql), oneWay, undoes, made);
    }

    public ChangeNotes oneWay(String why) {
        return new ChangeNotes(act, before, after, script, Optional.of(why), undoes, made);
    }

    public ChangeNotes undoing(UUID change) {
        return new ChangeNotes(act, before, after, script, oneWay, Optional.of(change), made);
    }

    public ChangeNotes making(List<MadeRole> roles) {
        return new ChangeNotes(act, before, after, script, oneWay, undoes, roles);
    }
}
