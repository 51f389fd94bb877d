package dev.howdah.ui.settings.allowlist.typing;

import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.ui.TabMovesOn;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;

/** The form into which many ranges are pasted, one a line; bad lines are told by their number. */
public final class PasteRulesController {
    private static final Texts TEXTS = Texts.of(PasteRulesController.class);

    /** More is a file that was pasted by mistake. */
    private static final int MAX_TYPED = 100_000;

    private static final int SHOWN = 6;

    private final Allowlist list;
    private final Consumer<List<AllowRule>> add;
    private final Runnable close;

    @FXML private TextArea text;
    @FXML private Label bad;
    @FXML private Button act;

    /**
     * @param list for what the provider takes
     * @param add gets the good lines
     * @param close takes the form off the screen
     */
    public PasteRulesController(Allowlist list, Consumer<List<AllowRule>> add, Runnable close) {
        this.list = list;
        this.add = add;
        this.close = close;
    }

    @FXML
    private void initialize() {
        TabMovesOn.from(text);
        text.setTextFormatter(
                new TextFormatter<>(
                        change -> change.getControlNewText().length() > MAX_TYPED ? null : change));
        text.textProperty().subscribe(this::judge);
    }

    private void judge(String typed) {
        PastedRules pasted = PastedRules.read(typed, list);
        act.setText(TEXTS.text("paste.act", pasted.rules().size()));
        act.setDisable(pasted.rules().isEmpty());
        String lines =
                pasted.bad().stream()
                        .limit(SHOWN)
                        .map(line -> TEXTS.text("paste.bad", line.number(), line.reason()))
                        .collect(Collectors.joining("\n"));
        bad.setText(
                pasted.bad().size() > SHOWN
                        ? lines + "\n" + TEXTS.text("paste.more", pasted.bad().size() - SHOWN)
                        : lines);
        bad.setVisible(!lines.isEmpty());
        bad.setManaged(!lines.isEmpty());
    }

    @FXML
    private void act() {
        add.accept(PastedRules.read(text.getText(), list).rules());
        close.run();
    }

    @FXML
    private void cancel() {
        close.run();
    }
}
