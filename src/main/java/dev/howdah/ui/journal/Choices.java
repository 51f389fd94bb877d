package dev.howdah.ui.journal;

import dev.howdah.core.Texts;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Gives the filter's choice boxes their words. */
final class Choices {
    private static final Texts TEXTS = Texts.of(Choices.class);

    private Choices() {}

    /**
     * @param key the beginning of the texts' keys, which end in the constants' names
     */
    static <E extends Enum<E>> void of(
            ChoiceBox<E> box, E[] constants, String key, Property<E> chosen) {
        box.setItems(FXCollections.observableArrayList(constants));
        box.setConverter(new Words<>(key));
        box.valueProperty().bindBidirectional(chosen);
    }

    /** Only ever asked for the words. */
    private static final class Words<E extends Enum<E>> extends StringConverter<E> {
        private final String key;

        Words(String key) {
            this.key = key;
        }

        @Override
        public String toString(@Nullable E constant) {
            return constant == null ? "" : TEXTS.text(key + constant.name());
        }

        @Override
        public E fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }

    /** The empty one means all servers. */
    static final class ServerName extends StringConverter<String> {
        @Override
        public String toString(@Nullable String name) {
            return name == null || name.isEmpty() ? TEXTS.text("choice.everyServer") : name;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
