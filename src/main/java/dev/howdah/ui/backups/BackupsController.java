package dev.howdah.ui.backups;

import dev.howdah.core.Texts;
import dev.howdah.provider.capability.Capability;
import dev.howdah.ui.backups.asking.WhyNot;
import dev.howdah.ui.backups.list.BackupListViewModel;
import dev.howdah.ui.backups.recovery.PickViewModel;
import dev.howdah.ui.backups.recovery.PickedTime;
import dev.howdah.ui.backups.recovery.RecoveryRequests;
import dev.howdah.ui.backups.timeline.RestoreLegend;
import dev.howdah.ui.backups.timeline.RestoreLine;
import dev.howdah.ui.backups.timeline.TimeSpan;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The page of backups: the numbers, the line of time, and the moment to go back to. */
public final class BackupsController {
    private static final Texts TEXTS = Texts.of(BackupsController.class);

    private final BackupsViewModel model;
    private final PickViewModel pick;
    private final RecoveryRequests acts;
    private final BackupListViewModel list;
    private final ZoneId zone;

    @FXML private JudgedTile restorable;
    @FXML private JudgedTile loss;
    @FXML private JudgedTile proof;
    @FXML private HBox legend;
    @FXML private ToggleGroup spans;
    @FXML private ToggleButton all;
    @FXML private ToggleButton day;
    @FXML private ToggleButton hour;
    @FXML private RestoreLine line;
    @FXML private TextField time;
    @FXML private Label meaning;
    @FXML private HBox choices;
    @FXML private HBox restoreBox;
    @FXML private MenuButton restore;

    /**
     * @param list after each reading of it, something else may be offered
     */
    BackupsController(
            BackupsViewModel model,
            PickViewModel pick,
            RecoveryRequests acts,
            BackupListViewModel list,
            ZoneId zone) {
        this.model = model;
        this.pick = pick;
        this.acts = acts;
        this.list = list;
        this.zone = zone;
    }

    @FXML
    private void initialize() {
        model.restorable().subscribe(restorable::show);
        model.loss().subscribe(loss::show);
        model.proof().subscribe(proof::show);
        legend.getChildren().setAll(RestoreLegend.entries());
        spans();
        line.setZone(zone);
        line.setOnPick(pick::pick);
        model.picture().subscribe(line::show);
        time.textProperty().bindBidirectional(pick.text());
        pick.text().subscribe(() -> model.picked().set(pick.moment()));
        pick.picked().subscribe(this::showPicked);
        list.state().subscribe(_ -> showPicked(pick.picked().get()));
    }

    private void spans() {
        all.setUserData(TimeSpan.ALL);
        day.setUserData(TimeSpan.DAY);
        hour.setUserData(TimeSpan.HOUR);
        spans.selectToggle(all);
        spans.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null) {
                        spans.selectToggle(before);
                    } else {
                        model.span().set((TimeSpan) now.getUserData());
                    }
                });
    }

    private void showPicked(PickedTime picked) {
        Optional<String> whyNot = acts.whyNot(Capability.RECOVERY_WINDOW);
        String sentence = whyNot.orElse(picked.sentence());
        time.setDisable(whyNot.isPresent());
        meaning.setText(sentence);
        meaning.setTooltip(new Tooltip(sentence));
        meaning.setGraphic(
                picked.level() == Notice.Level.INFO ? null : NoticeBox.icon(picked.level()));
        choices.getChildren()
                .setAll(
                        picked.choices().stream()
                                .map(choice -> {
                                    Hyperlink link = new Hyperlink(choice.words());
                                    link.setMinWidth(Region.USE_PREF_SIZE);
                                    link.setOnAction(_ -> pick.pick(choice.moment()));
                                    return link;
                                })
                                .toList());
        choices.setVisible(!picked.choices().isEmpty());
        choices.setManaged(choices.isVisible());
        restore.setDisable(picked.moment().isEmpty());
        restore.getItems().setAll(restoreItems());
        WhyNot.show(
                restoreBox, picked.moment().isEmpty() ? Optional.of(sentence) : Optional.empty());
    }

    private List<MenuItem> restoreItems() {
        MenuItem inPlace = new MenuItem();
        offer(inPlace, "pick.inPlace", Capability.RECOVERY_IN_PLACE);
        inPlace.setOnAction(_ -> acts.inPlace());
        MenuItem intoNew = new MenuItem();
        offer(
                intoNew,
                acts.newOnesAreInTheLab() ? "pick.intoLab" : "pick.intoNew",
                Capability.RECOVERY_INTO_NEW);
        intoNew.setOnAction(_ -> acts.intoNew());
        return List.of(inPlace, intoNew);
    }

    private void offer(MenuItem item, String key, Capability capability) {
        WhyNot.show(item, TEXTS.text(key), acts.whyNot(capability));
    }
}
