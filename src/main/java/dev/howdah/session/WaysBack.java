package dev.howdah.session;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.SqlScript;
import dev.howdah.journal.JournaledChange;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.ScriptChanges;
import dev.howdah.pg.roles.newuser.NewUserUndo;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.settings.MovedParameter;
import dev.howdah.provider.trial.guard.LockOutGuard;
import java.util.List;
import java.util.Optional;

/** Makes the change that takes an earlier one back, also one of an earlier start. */
public final class WaysBack {
    private static final Texts TEXTS = Texts.of(WaysBack.class);

    private final ChangeTarget target;
    private final Hosting hosting;
    private final LockOutGuard guard;
    private final PgReader reader;
    private final Reach reach;
    private final ScriptChanges scripts;

    /**
     * @param guard puts on trial what can lock out, as it does with any other change
     */
    public WaysBack(Session session, LockOutGuard guard) {
        this.guard = guard;
        this.target = session.target();
        this.hosting = session.hosting();
        this.reader = session.reader();
        String home = session.profile().target().database();
        this.reach = new Reach(session.reader(), session.writer(), session.visits(), home);
        this.scripts = new ScriptChanges(target, session.writer(), session.visits(), home);
    }

    /**
     * Blocks on the disk, and for reads of the server; changes nothing.
     *
     * @param done a change of this server
     * @throws ProblemException BAD_INPUT when the profile leads to another place than then,
     *     NOT_SUPPORTED when there is no way back
     */
    public Change of(JournaledChange done) throws ProblemException {
        requireSamePlace(done, target);
        Change change = made(done);
        return change.noting(notes -> notes.undoing(done.id()));
    }

    private Change made(JournaledChange done) throws ProblemException {
        if (done.notes().act().isPresent()) {
            return fromOperation(done);
        }
        if (!done.notes().made().isEmpty()) {
            return new NewUserUndo(reach, target).ofEarlierStart(done.notes().made());
        }
        return done.entry()
                .particulars()
                .wayBack()
                .map(kept -> fromScript(done, kept))
                .orElseThrow(() -> refusal(done));
    }

    private Change fromOperation(JournaledChange done) throws ProblemException {
        Optional<Operation> operation = hosting.operations().find(done.id());
        return operation
                .filter(each -> each.service().equals(hosting.provider().id()))
                .flatMap(each ->
                        hosting.provider()
                                .wayBack(target, each)
                                .map(back -> guard.changes().back(back, each)))
                .orElseThrow(() -> refusal(done));
    }

    private Change fromScript(JournaledChange done, ChangeLog.WayBack kept) {
        Change plain = scripts.change(kept.title(), kept.warnings(), kept.script());
        Change back = kept.asksForName() ? plain.askingForName() : plain;
        Optional<String> before = done.notes().before();
        Optional<String> after = done.notes().after();
        Change noted =
                before.isPresent() && after.isPresent()
                        ? back.noting(notes -> notes.from(after.get(), before.get()))
                        : back;
        Change told =
                kept.script()
                        .moves()
                        .map(move -> MovedParameter.since(move, reader).guarding(noted))
                        .orElse(noted);
        Optional<SqlScript> again = done.notes().script();
        return again.isEmpty()
                ? told
                : told.withWayBack(() ->
                        scripts.change(done.entry().title(), List.of(), again.get())
                                .noting(notes -> notes.undoing(back.id())));
    }

    /** A profile of the same name may lead elsewhere by now. */
    static void requireSamePlace(JournaledChange done, ChangeTarget target)
            throws ProblemException {
        Optional<ChangeTarget.Login> then = done.entry().particulars().login();
        Optional<ChangeTarget.Login> now = target.login();
        boolean samePlace =
                done.entry().server().equals(target.server())
                        && then.isPresent()
                        && now.isPresent()
                        && then.get().address().equals(now.get().address());
        if (!samePlace) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text(
                                    "wayBack.elsewhere",
                                    done.entry().server(),
                                    then.map(ChangeTarget.Login::address).orElse("?"),
                                    now.map(ChangeTarget.Login::address).orElse("?")),
                            TEXTS.text("wayBack.elsewhere.remedy")));
        }
    }

    private static ProblemException refusal(JournaledChange done) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.NOT_SUPPORTED,
                        TEXTS.text("wayBack.none", done.entry().title()),
                        done.notes().oneWay().orElse(TEXTS.text("wayBack.none.remedy"))));
    }
}
