package dev.howdah.ui.connect.hosted;

import dev.howdah.core.Texts;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.session.ProviderKind;
import dev.howdah.ui.Names;
import dev.howdah.ui.connect.form.TypedField;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.notice.ProblemBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The provider, its account's token, and the services found with it. */
public final class HostedByController {
    private static final Texts TEXTS = Texts.of(HostedByController.class);
    private static final double ROW = 28;
    private static final int MOST_ROWS = 5;

    private final HostedByViewModel model;

    @FXML private ComboBox<Optional<ProviderKind>> kind;
    @FXML private VBox accountBox;
    @FXML private TextField account;
    @FXML private PasswordField token;
    @FXML private Button find;
    @FXML private HBox work;
    @FXML private ProgressBar progress;
    @FXML private Label doing;
    @FXML private ListView<FoundDatabase> found;
    @FXML private NoticeBox notices;
    @FXML private HBox tunnel;
    @FXML private ProblemBox problem;

    public HostedByController(HostedByViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        List<Optional<ProviderKind>> kinds = new ArrayList<>(List.of(Optional.empty()));
        List.of(ProviderKind.values()).forEach(each -> kinds.add(Optional.of(each)));
        kind.getItems().setAll(kinds);
        kind.setConverter(new KindWord());
        kind.valueProperty().bindBidirectional(model.account().kind());
        TypedField.limit(account);
        TypedField.limit(token);
        account.textProperty().bindBidirectional(model.account().name());
        token.textProperty().bindBidirectional(model.account().token());
        model.account()
                .kind()
                .subscribe(chosen -> {
                    shown(accountBox, chosen.isPresent());
                    account.setPromptText(chosen.map(ProviderKind::title).orElse(""));
                });
        work.visibleProperty().bind(model.busy());
        work.managedProperty().bind(model.busy());
        progress.progressProperty().bind(model.progress());
        doing.textProperty().bind(model.doing());
        find.disableProperty().bind(model.busy());
        found.setItems(model.found());
        found.setFixedCellSize(ROW);
        found.setCellFactory(_ -> new ServiceCell());
        found.visibleProperty().bind(Bindings.isNotEmpty(model.found()));
        found.managedProperty().bind(found.visibleProperty());
        found.prefHeightProperty()
                .bind(Bindings.min(MOST_ROWS, Bindings.size(model.found())).multiply(ROW).add(2));
        found.getSelectionModel()
                .selectedItemProperty()
                .subscribe(service -> {
                    if (service != null) {
                        model.choose(service);
                    }
                });
        model.notices().subscribe(notices::show);
        model.problem().subscribe(problem::show);
        model.tunnel().subscribe(proposed -> shown(tunnel, proposed.isPresent()));
    }

    @FXML
    private void copyTunnel() {
        model.tunnel()
                .get()
                .ifPresent(proposed -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(proposed.command());
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    @FXML
    private void useTunnel() {
        model.connectThroughTunnel();
    }

    @FXML
    private void find() {
        found.getSelectionModel().clearSelection();
        model.find();
    }

    @FXML
    private void cancel() {
        model.stop();
    }

    private static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /** "Nobody", or the provider's name. */
    private static final class KindWord extends StringConverter<Optional<ProviderKind>> {
        @Override
        public String toString(Optional<ProviderKind> kind) {
            return kind.map(ProviderKind::title).orElse(TEXTS.text("hosted.nobody"));
        }

        @Override
        public Optional<ProviderKind> fromString(String text) {
            throw new UnsupportedOperationException("the choice is not typed");
        }
    }

    /** One service: name, plan, region. */
    private static final class ServiceCell extends ListCell<FoundDatabase> {
        @Override
        protected void updateItem(@Nullable FoundDatabase service, boolean empty) {
            super.updateItem(service, empty);
            setText(
                    empty || service == null
                            ? null
                            : TEXTS.text(
                                    "hosted.service",
                                    Names.visible(service.name()),
                                    Names.visible(service.plan()),
                                    Names.visible(service.region().orElse("")),
                                    service.product()));
        }
    }
}
