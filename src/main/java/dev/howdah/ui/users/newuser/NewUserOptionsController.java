package dev.howdah.ui.users.newuser;

import dev.howdah.core.Texts;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.ui.Names;
import dev.howdah.ui.notice.ProblemBox;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.form.IsoDay;
import dev.howdah.ui.users.places.OtherServers;
import dev.howdah.ui.users.places.PlaceLine;
import dev.howdah.ui.users.places.PlaceTree;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where new users may work, on which servers, and what they may not exceed. */
public final class NewUserOptionsController {
    private static final Texts TEXTS = Texts.of(NewUserOptionsController.class);

    private final NewUsersForm form;

    @FXML private Label placesLabel;
    @FXML private TreeView<PlaceLine> places;
    @FXML private ProblemBox placesTrouble;
    @FXML private Label serversLabel;
    @FXML private VBox servers;
    @FXML private TextField connections;
    @FXML private Label connectionsComplaint;
    @FXML private DatePicker lastDay;
    @FXML private Label expiryComplaint;
    @FXML private Label expiryZone;
    @FXML private TextField statementMinutes;
    @FXML private TextField idleMinutes;
    @FXML private TextField lockSeconds;
    @FXML private Label statementComplaint;
    @FXML private Label idleComplaint;
    @FXML private Label lockComplaint;
    @FXML private CheckBox readOnlyTransactions;
    @FXML private CheckBox closeCreate;
    @FXML private CheckBox closeTemp;
    @FXML private CheckBox largeObjects;

    public NewUserOptionsController(NewUsersForm form) {
        this.form = form;
    }

    @FXML
    private void initialize() {
        NewUserOptions options = form.options();
        new PlaceTree(places, form.places());
        form.places().problem().subscribe(placesTrouble::show);
        Complaints.bind(connections, connectionsComplaint, options.connections());
        Complaints.bind(statementMinutes, statementComplaint, options.statementMinutes());
        Complaints.bind(idleMinutes, idleComplaint, options.idleMinutes());
        Complaints.bind(lockSeconds, lockComplaint, options.lockSeconds());
        lastDay.valueProperty().bindBidirectional(options.lastDay());
        lastDay.setConverter(new IsoDay());
        Complaints.show(expiryComplaint, options.expiryComplaint());
        expiryZone.setText(zone(options.zone(), Instant.now()));
        readOnlyTransactions.selectedProperty().bindBidirectional(options.readOnlyTransactions());
        closeCreate.selectedProperty().bindBidirectional(options.closeCreate());
        closeTemp.selectedProperty().bindBidirectional(options.closeTemp());
        largeObjects.selectedProperty().bindBidirectional(options.largeObjects());
        options.kind().subscribe(this::show);
        showServers();
    }

    private static String zone(ZoneId zone, Instant now) {
        String offset = zone.getRules().getOffset(now).getId().replace("Z", "+00:00");
        return zone instanceof ZoneOffset
                ? TEXTS.text("options.expiry.offset", offset)
                : TEXTS.text(
                        "options.expiry.zone",
                        zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        offset);
    }

    /** What only a reader is kept from makes no sense for somebody who writes. */
    private void show(Kind kind) {
        boolean reads = kind == Kind.READ_ONLY;
        placesLabel.setText(TEXTS.text(reads ? "options.places.read" : "options.places.write"));
        List.of(readOnlyTransactions, closeTemp).forEach(box -> Complaints.shown(box, reads));
    }

    private void showServers() {
        List<OtherServers.Choice> choices = form.others().choices();
        Complaints.shown(serversLabel, !choices.isEmpty());
        Complaints.shown(servers, !choices.isEmpty());
        for (OtherServers.Choice choice : choices) {
            CheckBox box =
                    new CheckBox(
                            TEXTS.text(
                                    "servers.database",
                                    Names.visible(choice.name()),
                                    Names.visible(choice.source().address().database())));
            box.setMnemonicParsing(false);
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.selectedProperty().bindBidirectional(choice.chosen());
            box.setDisable(!choice.obstacle().isEmpty());
            servers.getChildren().add(box);
            if (!choice.obstacle().isEmpty()) {
                box.setTooltip(new Tooltip(choice.obstacle()));
                Label why = new Label(choice.obstacle());
                why.getStyleClass().addAll("text-muted", "caption");
                servers.getChildren().add(why);
            }
        }
    }
}
