package dev.howdah.ui.connect.form;

import dev.howdah.pg.TlsMode;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A TLS mode by the word that connection strings use. */
final class TlsWord extends StringConverter<TlsMode> {
    @Override
    public String toString(@Nullable TlsMode mode) {
        return mode == null ? "" : mode.sslMode();
    }

    @Override
    public TlsMode fromString(String text) {
        throw new UnsupportedOperationException("the list can't be typed into");
    }
}
