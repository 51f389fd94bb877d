package dev.howdah.ui.settings.extensions;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.settings.ExtensionsSnapshot;
import dev.howdah.pg.settings.ExtensionsSnapshot.Extension;
import dev.howdah.ui.Names;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.Comparator;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** Installed and available extensions, searched and filtered. */
final class ExtensionsViewModel {
    private static final Texts TEXTS = Texts.of(ExtensionsViewModel.class);

    private final LiveRows<String, Extension> rows = new LiveRows<>(Extension::name);
    private final FilteredList<LiveRow<Extension>> filtered = new FilteredList<>(rows.rows());
    private final SortedList<LiveRow<Extension>> lines = new SortedList<>(filtered);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty installedOnly = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    ExtensionsViewModel() {
        search.subscribe(this::narrow);
        installedOnly.subscribe(this::narrow);
    }

    /** How an extension stands; the order is that of the list. */
    enum Standing {
        UPDATE,
        /** Another version is the default, but no script leads there. */
        DIFFERENT,
        LACKS_FILES,
        INSTALLED,
        AVAILABLE;

        static Standing of(Extension extension) {
            if (extension.installed().isEmpty()) {
                return AVAILABLE;
            }
            if (extension.lacksFiles()) {
                return LACKS_FILES;
            }
            if (extension.updatable()) {
                return UPDATE;
            }
            String version = extension.installed().get().version();
            return extension.defaultVersion().orElse(version).equals(version)
                    ? INSTALLED
                    : DIFFERENT;
        }

        String words() {
            return TEXTS.text("standing." + this);
        }
    }

    void show(Reading<ExtensionsSnapshot> reading) {
        state.set(PanelState.of(reading, isEmpty(reading)));
        reading.content().ifPresent(this::take);
    }

    private static boolean isEmpty(Reading<ExtensionsSnapshot> reading) {
        return reading.content().map(s -> s.extensions().isEmpty()).orElse(false);
    }

    private void take(ExtensionsSnapshot snapshot) {
        rows.show(snapshot.extensions());
        long installed =
                snapshot.extensions().stream().filter(e -> e.installed().isPresent()).count();
        long updates = snapshot.extensions().stream().filter(Extension::updatable).count();
        summary.set(
                TEXTS.text(
                        "extensions.summary",
                        installed,
                        Names.visible(snapshot.database()),
                        updates,
                        snapshot.extensions().size() - installed));
    }

    private void narrow() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        filtered.setPredicate(row -> matches(row.get(), wanted));
    }

    private boolean matches(Extension extension, String wanted) {
        return (!installedOnly.get() || extension.installed().isPresent())
                && (extension.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || extension.comment().toLowerCase(Locale.ROOT).contains(wanted));
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ObservableList<LiveRow<Extension>> lines() {
        return lines;
    }

    /** The comparator of the columns; null puts installed ones first. */
    ObjectProperty<@Nullable Comparator<? super LiveRow<Extension>>> order() {
        return lines.comparatorProperty();
    }

    /** Part of a name or of a description. */
    StringProperty search() {
        return search;
    }

    BooleanProperty installedOnly() {
        return installedOnly;
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
