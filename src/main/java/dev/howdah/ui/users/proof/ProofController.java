package dev.howdah.ui.users.proof;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.proof.AccessCertificate;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.certificate.CertificateReport;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.users.proof.ProofViewModel.GapLine;
import dev.howdah.ui.users.proof.ProofViewModel.Page;
import dev.howdah.ui.users.proof.ProofViewModel.ProbeLine;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The page of the proof: the verdict, what has changed since, every gap with its fix. */
public final class ProofController {
    private static final Texts TEXTS = Texts.of(ProofController.class);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    /** More are in the report. */
    private static final int MOST_LINES = 50;

    private final ProofViewModel model;
    private final RoleProving proving;
    private final Workbench workbench;
    private final ZoneId zone;

    @FXML private HBox verdictLine;
    @FXML private Label verdict;
    @FXML private Label taken;
    @FXML private NoticeBox refusal;
    @FXML private NoticeBox drift;
    @FXML private MenuButton prove;
    @FXML private MenuButton report;
    @FXML private VBox found;
    @FXML private Label gapsTitle;
    @FXML private VBox changed;
    @FXML private Label changedTitle;
    @FXML private VBox changes;
    @FXML private VBox gaps;
    @FXML private VBox unknowns;
    @FXML private VBox looked;
    @FXML private TitledPane trials;
    @FXML private TableView<ProbeLine> probes;
    @FXML private TableColumn<ProbeLine, String> what;
    @FXML private TableColumn<ProbeLine, String> answer;
    @FXML private TableColumn<ProbeLine, String> expected;
    @FXML private TableColumn<ProbeLine, String> way;

    public ProofController(
            ProofViewModel model, RoleProving proving, Workbench workbench, ZoneId zone) {
        this.model = model;
        this.proving = proving;
        this.workbench = workbench;
        this.zone = zone;
    }

    @FXML
    private void initialize() {
        probes.accessibleTextProperty().bind(trials.textProperty());
        show(what, ProbeLine::what);
        show(answer, line -> line.differs() ? "▲ " + line.answer() : line.answer());
        show(expected, ProbeLine::expected);
        show(way, ProbeLine::way);
        probes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        model.page().subscribe(this::show);
    }

    private static void show(
            TableColumn<ProbeLine, String> column, Function<ProbeLine, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    }

    private void show(Page page) {
        refusal.show(List.of());
        prove.setDisable(page.role().isEmpty());
        verdictLine.getChildren().setAll(NoticeBox.icon(page.level()), verdict);
        verdict.setText(page.verdict());
        taken.setText(
                page.takenAt()
                        .map(at -> TEXTS.text("proof.taken", MOMENT.format(at.atZone(zone))))
                        .orElse(TEXTS.text("proof.explained")));
        drift.show(page.drift());
        boolean proven = page.certificate().isPresent();
        report.setDisable(!proven);
        visible(found, proven);
        changedTitle.setText(TEXTS.text("proof.changed", page.appeared().size()));
        changes.getChildren()
                .setAll(page.appeared().stream().limit(MOST_LINES).map(this::gap).toList());
        visible(changed, !page.appeared().isEmpty());
        gapsTitle.setText(TEXTS.text("proof.gaps", page.gaps().size()));
        gaps.getChildren().setAll(page.gaps().stream().limit(MOST_LINES).map(this::gap).toList());
        unknowns.getChildren()
                .setAll(page.unknowns().stream().limit(MOST_LINES).map(this::line).toList());
        visible(unknowns, !page.unknowns().isEmpty());
        looked.getChildren()
                .setAll(page.looked().stream().limit(MOST_LINES).map(this::line).toList());
        trials.setText(TEXTS.text("proof.trials", page.probes().size()));
        visible(trials, !page.probes().isEmpty());
        probes.getItems().setAll(page.probes());
    }

    private Node gap(GapLine line) {
        Label sentence = line(line.sentence());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(NoticeBox.icon(line.level()), sentence);
        row.getStyleClass().add("notice-line");
        if (line.fixable()) {
            Button fix = new Button(TEXTS.text("proof.fix"));
            fix.getStyleClass().add("small");
            fix.setMinWidth(Region.USE_PREF_SIZE);
            fix.setOnAction(_ -> fix(line));
            row.getChildren().add(fix);
        }
        return row;
    }

    private Label line(String text) {
        Label label = new Label(Lines.one(text, 1_000));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void fix(GapLine line) {
        model.page()
                .get()
                .role()
                .ifPresent(role -> proving.fix(line.gap(), line.database(), role, this::refused));
    }

    @FXML
    private void proveReadOnly() {
        prove(AccessKind.READ_ONLY);
    }

    @FXML
    private void proveReadWrite() {
        prove(AccessKind.READ_WRITE);
    }

    private void prove(AccessKind kind) {
        Page page = model.page().get();
        page.role()
                .ifPresent(role -> {
                    refusal.show(List.of());
                    proving.prove(role, kind, page.certificate(), this::refused);
                });
    }

    private void refused(Problem problem) {
        refusal.show(
                List.of(new Notice(Notice.Level.WARNING, problem.sentence(), problem.remedy())));
    }

    @FXML
    private void saveHtml() {
        model.page().get().certificate().ifPresent(certificate -> save(certificate, "html"));
    }

    @FXML
    private void saveText() {
        model.page().get().certificate().ifPresent(certificate -> save(certificate, "txt"));
    }

    private void save(AccessCertificate certificate, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.text("proof.report"));
        chooser.setInitialFileName(TEXTS.text("proof.report.file") + "." + ending);
        File chosen = chooser.showSaveDialog(report.getScene().getWindow());
        if (chosen == null) {
            return;
        }
        Path file = chosen.toPath();
        workbench
                .background()
                .execute(() -> {
                    try {
                        write(certificate, ending, file);
                        String done = TEXTS.text("proof.report.done", file);
                        workbench.uiThread().execute(() -> workbench.say(done));
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> workbench.say(e.problem()));
                    }
                });
    }

    private static void write(AccessCertificate certificate, String ending, Path file)
            throws ProblemException {
        CertificateReport made = new CertificateReport(certificate);
        if (ending.equals("html")) {
            made.saveHtml(file);
        } else {
            made.saveText(file);
        }
    }
}
