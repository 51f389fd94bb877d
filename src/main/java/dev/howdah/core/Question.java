package dev.howdah.core;

/**
 * Something that can be asked again and again and is answered with a {@code T}. Equal questions are
 * asked once for everybody who wants to know.
 *
 * @param <T> an immutable snapshot
 */
public interface Question<T> {

    /**
     * A short name for logs and for the application_name of the session that asks, like "activity".
     */
    String name();
}
