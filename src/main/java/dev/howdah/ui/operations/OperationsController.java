package dev.howdah.ui.operations;

import dev.howdah.core.Texts;
import dev.howdah.ui.EnvironmentStyle;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The list of what providers are working on, over the window. */
public final class OperationsController {
    private static final Texts TEXTS = Texts.of(OperationsController.class);

    private final OperationsViewModel model;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private VBox operations;

    /**
     * @param close takes the list off the screen
     */
    public OperationsController(OperationsViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    private void initialize() {
        ListChangeListener<OperationLine> changed = _ -> show();
        model.lines().addListener(changed);
        // the elapsed times go with that of the first one
        model.timing().subscribe(_ -> show());
    }

    private void show() {
        operations
                .getChildren()
                .removeIf(node ->
                        !(node instanceof OperationView view)
                                || model.lines().stream().noneMatch(view::isOf));
        int position = 0;
        for (OperationLine line : model.lines()) {
            OperationView view =
                    operations.getChildren().stream()
                            .filter(OperationView.class::isInstance)
                            .map(OperationView.class::cast)
                            .filter(each -> each.isOf(line))
                            .findFirst()
                            .orElse(null);
            if (view == null) {
                view = new OperationView(line);
                operations.getChildren().add(position, view);
            }
            view.show(line, model.now());
            position++;
        }
        if (model.lines().isEmpty()) {
            Label none = new Label(TEXTS.text("operations.none"));
            none.getStyleClass().add("text-muted");
            operations.getChildren().setAll(none);
        }
        root.getStyleClass().removeIf(name -> name.startsWith("environment-"));
        model.lines().stream()
                .map(line -> line.target().environment())
                .min(Enum::compareTo)
                .map(EnvironmentStyle::of)
                .ifPresent(root.getStyleClass()::add);
    }

    @FXML
    private void close() {
        close.run();
    }
}
