package dev.howdah.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The sentences of one package: its {@code texts.properties}, in UTF-8. Patterns are those of
 * {@link MessageFormat}, so an apostrophe in a text with arguments is written twice.
 */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of the package that {@code neighbour} is in. */
    public static Texts of(Class<?> neighbour) {
        try (InputStream in = neighbour.getResourceAsStream("texts.properties")) {
            if (in == null) {
                throw new MissingResourceException(
                        "no texts.properties beside " + neighbour.getName(),
                        neighbour.getName(),
                        "");
            }
            return new Texts(
                    new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sentence under this key, with the arguments filled in. Numbers are grouped as in English;
     * quantities with units come ready-made from {@link Quantities}. An apostrophe is only an
     * apostrophe, so that a sentence reads in the file as it does on the screen.
     */
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern.replace("'", "''"), Locale.ENGLISH).format(arguments);
    }

    /** For FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }
}
