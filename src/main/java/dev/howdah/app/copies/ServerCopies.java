package dev.howdah.app.copies;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.dump.ClientTool;
import dev.howdah.dump.ClientTools;
import dev.howdah.lab.copies.CopyOrder;
import dev.howdah.lab.copies.CopyRules;
import dev.howdah.lab.copies.LabCopy;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Step;
import dev.howdah.pg.ServerShape;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.session.Session;
import dev.howdah.ui.backups.copies.CopiesInLab;
import dev.howdah.ui.backups.copies.RestoredCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * What the lab does for one server that is open. JavaFX thread, where the port says nothing else.
 */
final class ServerCopies implements CopiesInLab {
    private static final Texts TEXTS = Texts.of(ServerCopies.class);

    /** A dump is compressed, and indexes come on top; roughly. */
    private static final long GROWS_BY = 6;

    /** So that the name of the copy stays within its limit. */
    private static final int SHOWN_NAME = 36;

    /** These are there in every cluster, so nothing can be restored into a new one of that name. */
    private static final Set<String> ALWAYS_THERE = Set.of("postgres", "template0", "template1");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Session session;
    private final boolean ofTheLab;
    private final CopyShelf shelf;
    private final CopyDoors doors;
    private final CopyRecords records;
    private final Consumer<UUID> open;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);
    private final Subscription watch;

    /**
     * @param ofTheLab whether the session is in the lab itself
     * @param open brings a copy to the front
     */
    ServerCopies(
            Session session,
            boolean ofTheLab,
            CopyShelf shelf,
            CopyDoors doors,
            CopyRecords records,
            Consumer<UUID> open,
            Clock clock) {
        this.session = session;
        this.ofTheLab = ofTheLab;
        this.shelf = shelf;
        this.doors = doors;
        this.records = records;
        this.open = open;
        this.clock = clock;
        watch = shelf.content().subscribe(this::show);
    }

    private Optional<UUID> original() {
        return ofTheLab ? Optional.empty() : Optional.of(session.profile().id());
    }

    private void show(CopyShelf.Content now) {
        List<RestoredCopy> copies =
                now.copies().stream()
                        .filter(copy -> copy.original().equals(original()))
                        .map(this::restored)
                        .toList();
        seen.set(new Seen(copies, now.making().map(ServerCopies::making)));
    }

    private RestoredCopy restored(LabCopy copy) {
        return new RestoredCopy(
                copy.name(),
                doors.to(copy.id()),
                copy.restoredTo(),
                Optional.of(copy.took()),
                Optional.of(
                        new RestoredCopy.InLab(
                                copy.id(), copy.database(), copy.madeAt(), copy.bytes())));
    }

    private static Making making(LabOperation operation) {
        String step =
                operation.steps().stream()
                        .filter(each -> each.progress() == Step.Progress.UNDER_WAY)
                        .map(Step::name)
                        .findFirst()
                        .orElse("");
        return new Making(operation.id(), operation.title(), step, operation.donePct() / 100.0);
    }

    @Override
    public boolean isOfTheLab() {
        return ofTheLab;
    }

    @Override
    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    @Override
    public Optional<End> endOf(UUID copy) {
        return shelf.ended(copy)
                .map(each -> new End(each.state() == LabOperation.State.DONE, each.sentence()));
    }

    @Override
    public String proposedName(Optional<Instant> moment) {
        String time = TIME.format(moment.orElseGet(clock::instant).atZone(ZoneId.systemDefault()));
        String server = session.profile().name();
        String shown = server.length() <= SHOWN_NAME ? server : server.substring(0, SHOWN_NAME);
        String name =
                ofTheLab
                        ? TEXTS.text("copies.nameOfLab", time)
                        : TEXTS.text("copies.name", shown, time);
        Set<String> taken =
                shelf.content().get().copies().stream()
                        .map(LabCopy::name)
                        .collect(Collectors.toSet());
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = TEXTS.text("copies.another", name, i);
        }
        return free;
    }

    @Override
    public Change restoreFile(Path file, String name) throws ProblemException {
        String wanted = session.profile().target().database();
        String database = ALWAYS_THERE.contains(wanted) ? wanted + "_restored" : wanted;
        ChangeTarget lab = target();
        FileFilling filling = new FileFilling(tool(), lab, file, database);
        Change described = filling.described();
        long neededBytes = GROWS_BY * bytes(file);
        UUID id = UUID.randomUUID();
        CopyOrder order =
                new CopyOrder(
                        id,
                        name,
                        session.profile().name(),
                        Optional.of(session.profile().id()),
                        database,
                        new CopyOrder.Filled(filling, neededBytes));
        Draft draft =
                new Draft(
                        Operation.Act.COPY,
                        TEXTS.text("copies.restore.title", name),
                        lab,
                        TEXTS.text("copies.restore.preview", name) + "\n" + described.preview(),
                        List.of(
                                described.warnings().getFirst(),
                                TEXTS.text("copies.restore.warning", CopyRules.MOST)),
                        Map.of(Operation.SUBJECT, name));
        return new Change(
                        id,
                        draft.title(),
                        lab,
                        draft.preview(),
                        draft.warnings(),
                        () -> records.make(draft, order),
                        Optional.empty())
                .noting(notes ->
                        notes.asking(draft.act()).oneWay(TEXTS.text("copies.restore.oneWay")));
    }

    /**
     * The newest there is: an older pg_restore restores into a newer server, and refuses dumps that
     * it can't read. Who has none is told to install what fits the server that was dumped.
     */
    private ClientTool tool() throws ProblemException {
        ClientTools tools = ClientTools.usual();
        List<ClientTool> found = tools.all();
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        ServerShape shape = session.shape();
        return tools.forServer(shape == null ? ServerShape.OLDEST_MAJOR : shape.major());
    }

    private static long bytes(Path file) throws ProblemException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                                    Problem.Kind.LOCAL,
                                    TEXTS.text("copies.file", file),
                                    TEXTS.text("copies.file.remedy"))
                            .withDetail(e.toString()),
                    e);
        }
    }

    static ChangeTarget target() {
        return new ChangeTarget(TEXTS.text("lab.name"), Environment.LAB, false);
    }

    @Override
    public void cancel(UUID making) {
        shelf.cancel(making);
    }

    @Override
    public Change remove(UUID copy) {
        return shelf.removal(copy);
    }

    @Override
    public void open(UUID copy) {
        open.accept(copy);
    }

    @Override
    public void close() {
        watch.unsubscribe();
    }
}
