package dev.howdah.ui.operations;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation.Step;
import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.operations.OperationSource.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One operation: what, where, how far, what is known, and what can be done about it. */
final class OperationView extends VBox {
    private static final Texts TEXTS = Texts.of(OperationView.class);

    private final UUID id;
    private final OperationSource owner;
    private final Label title = new Label();
    private final Label server = new Label();
    private final Label time = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final VBox steps = new VBox();
    private final Label sentence = new Label();
    private final NoticeBox notices = new NoticeBox();
    private final Button lookAgain = new Button(TEXTS.text("operation.lookAgain"));
    private final Button stop = new Button(TEXTS.text("operation.stop"));
    private final Button cancel = new Button(TEXTS.text("operation.cancel"));
    private final NoticeBox question = new NoticeBox();
    private final Button really = new Button(TEXTS.text("operation.really"));
    private final Button keep = new Button(TEXTS.text("operation.keep"));

    OperationView(OperationLine line) {
        id = line.operation().id();
        owner = line.owner();
        getStyleClass().add("operation");
        title.getStyleClass().add("strong");
        time.getStyleClass().add("text-muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Region bar = new Region();
        bar.getStyleClass().add("environment-bar");
        server.setGraphic(bar);
        server.getStyleClass().add(EnvironmentStyle.of(line.target().environment()));
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(TEXTS.text("operation.progress"));
        for (Label words : List.of(title, sentence)) {
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(server, gap, time);
        head.getStyleClass().add("operation-line");
        HBox acts = new HBox(lookAgain, stop, cancel, really, keep);
        acts.getStyleClass().add("operation-line");
        List.of(lookAgain, stop, cancel, really, keep)
                .forEach(each -> each.getStyleClass().add("small"));
        steps.getStyleClass().add("operation-steps");
        lookAgain.setOnAction(_ -> owner.act(Act.LOOK_AGAIN, id));
        cancel.setOnAction(_ -> cancel());
        visible(cancel, owner.offered().contains(Act.CANCEL));
        stop.setOnAction(_ -> ask(true));
        keep.setOnAction(_ -> ask(false));
        really.setOnAction(_ -> owner.act(Act.STOP_FOLLOWING, id));
        getChildren().setAll(head, title, progress, steps, sentence, notices, question, acts);
        ask(false);
    }

    boolean isOf(OperationLine line) {
        return line.operation().id().equals(id) && line.owner().equals(owner);
    }

    /** Stopping is asked about once more, here, because it is not seen to be harmless. */
    private void ask(boolean asking) {
        visible(lookAgain, !asking && owner.offered().contains(Act.LOOK_AGAIN));
        visible(stop, !asking && owner.offered().contains(Act.STOP_FOLLOWING));
        visible(really, asking);
        visible(keep, asking);
        question.show(
                asking
                        ? List.of(
                                new Notice(
                                        Notice.Level.WARNING,
                                        TEXTS.text("operation.question"),
                                        TEXTS.text("operation.question.advice")))
                        : List.of());
        if (asking) {
            keep.requestFocus();
        }
    }

    /** It takes a moment, for nothing of it is left. */
    private void cancel() {
        cancel.setDisable(true);
        cancel.setText(TEXTS.text("operation.cancelling"));
        owner.act(Act.CANCEL, id);
    }

    void show(OperationLine line, Instant now) {
        title.setText(line.operation().title());
        server.setText(line.target().server());
        time.setText(TEXTS.text("operation.since", line.elapsed(now)));
        progress.setProgress(line.progress().orElse(OperationsViewModel.UNTOLD));
        visible(progress, !line.isUnsure());
        showSteps(line.operation().steps());
        sentence.setText(line.isUnsure() ? "" : line.sentence());
        visible(sentence, !sentence.getText().isEmpty());
        List<Notice> remarks = new ArrayList<>();
        if (line.isUnsure()) {
            remarks.add(
                    new Notice(
                            Notice.Level.WARNING,
                            line.sentence(),
                            TEXTS.text("operation.unsure.advice")));
        }
        line.problem()
                .ifPresent(problem ->
                        remarks.add(
                                new Notice(
                                        Notice.Level.WARNING,
                                        TEXTS.text("operation.notSeen", problem.sentence()),
                                        problem.remedy())));
        notices.show(remarks);
    }

    private void showSteps(List<Step> all) {
        visible(steps, !all.isEmpty());
        steps.getChildren().setAll(all.stream().map(OperationView::step).toList());
    }

    private static Label step(Step step) {
        Label label = new Label(step.name());
        label.setGraphic(
                switch (step.progress()) {
                    case DONE -> NoticeBox.icon(Notice.Level.GOOD);
                    case FAILED -> NoticeBox.icon(Notice.Level.DANGER);
                    case UNDER_WAY -> muted("fth-loader");
                    case AHEAD -> muted("fth-circle");
                });
        label.getStyleClass()
                .add(step.progress() == Step.Progress.UNDER_WAY ? "strong" : "text-muted");
        return label;
    }

    private static FontIcon muted(String literal) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("muted");
        return icon;
    }

    private static void visible(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
