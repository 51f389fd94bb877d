package dev.howdah.ui.backups.dumps;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.file.BackupFileCheck;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.dump.ClientTool;
import dev.howdah.dump.ClientTools;
import dev.howdah.dump.LocalDump;
import dev.howdah.dump.LocalRestore;
import dev.howdah.dump.ToolProgress;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.restore.RestoredTablesQuery;
import dev.howdah.session.Session;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.asking.StoppableWork;
import dev.howdah.ui.panel.TabPanel;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Parent;

/** Dumps into files of this desktop and back, with PostgreSQL's own client tools. */
public final class DumpsPanel implements TabPanel {
    private static final Texts TEXTS = Texts.of(DumpsPanel.class);

    private final Session session;
    private final Workbench workbench;
    private final ClientTools tools;
    private final DumpsViewModel model = new DumpsViewModel();
    private final StoppableWork work;
    private volatile Runnable ending = () -> {};

    public DumpsPanel(Session session, Workbench workbench, ClientTools tools) {
        this.session = session;
        this.workbench = workbench;
        this.tools = tools;
        this.work = new StoppableWork(workbench, model.progress());
    }

    @Override
    public Place place() {
        return Place.BACKUPS_DUMPS;
    }

    @Override
    public String title() {
        return TEXTS.text("dumps.panel");
    }

    @Override
    public Parent view() {
        return FxmlViews.load(
                new DumpsController(model, this, session.profile().target().database()));
    }

    @Override
    public void shown() {
        if (model.tool().get().isEmpty()) {
            workbench.background().execute(this::findTools);
        }
    }

    @Override
    public void hidden() {}

    /** What is under way goes on no longer than the server is open. */
    @Override
    public void close() {
        stop();
    }

    private void findTools() {
        try {
            ClientTool found = tools.forServer(serverMajor());
            ui(() -> model.showTool(found));
        } catch (ProblemException e) {
            ui(() -> model.showNoTool(e.problem()));
        }
    }

    /** Known since the first connection; without one yet, it is made by a question. */
    private int serverMajor() throws ProblemException {
        ServerShape shape = session.shape();
        if (shape == null) {
            session.reader().ask(new RestoredTablesQuery());
            shape = session.shape();
        }
        return shape == null ? ServerShape.OLDEST_MAJOR : shape.major();
    }

    private void ui(Runnable show) {
        workbench.uiThread().execute(show);
    }

    /** Dumps the database that the session is in, into a folder that is asked for. */
    void dump() {
        model.tool()
                .get()
                .ifPresent(tool ->
                        workbench.chooseFolder(
                                TEXTS.text("dumps.where"), folder -> dump(tool, folder)));
    }

    private void dump(ClientTool tool, Path folder) {
        LocalDump dump =
                new LocalDump(
                        tool,
                        session.profile().target(),
                        session.password(),
                        session.profile().name(),
                        folder,
                        workbench.clock().instant());
        ending = dump::stop;
        model.begin(TEXTS.text("dumps.begun"));
        work.begin(
                () -> {
                    Fetched fetched = dump.run(this::tell);
                    ui(() -> model.showDumped(fetched));
                },
                failed("dumps.stopped"));
    }

    private void tell(ToolProgress now) {
        ui(() -> model.show(now));
    }

    /** Reads a file to its end and says whether it is whole. */
    void check(Path file) {
        model.choose(file);
        ending = () -> {};
        model.begin(TEXTS.text("dumps.checking", file.getFileName()));
        work.begin(
                () -> {
                    FileVerdict verdict = BackupFileCheck.of(file);
                    ui(() -> model.showJudged(file, verdict));
                },
                failed("dumps.readingStopped"));
    }

    /** Shows what would be done to restore the chosen file into a new database. */
    void restore() {
        Optional<ClientTool> tool = model.tool().get();
        Optional<Path> file = model.file().get();
        if (tool.isEmpty() || file.isEmpty()) {
            return;
        }
        LocalRestore restore =
                new LocalRestore(tool.get(), session.profile().target(), session.password());
        ending = restore::stop;
        model.begin(TEXTS.text("dumps.checking", file.get().getFileName()));
        String database = model.newDatabase().get().strip();
        work.begin(
                () -> {
                    Change change =
                            restore.describe(session.target(), file.get(), database, _ -> {});
                    ui(() -> workbench.confirm(change, model::showRestored));
                },
                failed("dumps.readingStopped"));
    }

    /** Ends what is under way: a tool, or the reading of a file. */
    void stop() {
        Runnable tool = ending;
        workbench
                .background()
                .execute(() -> {
                    tool.run();
                    work.stop();
                });
    }

    private StoppableWork.Failed failed(String whenStopped) {
        return (problem, stopped) -> {
            if (stopped) {
                model.showStopped(TEXTS.text(whenStopped));
            } else {
                model.showProblem(problem);
            }
        };
    }
}
