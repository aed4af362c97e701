package org.stylecodes.train.illustration.caption;

import java.util.List;
import java.util.Optional;
import org.stylecodes.train.drawing.Content;

/**
 * What a picture shows.
 *
 * @param contents the different things, one to three
 * @param number how many of the only thing there are; 1 if there are several different things
 * @param relation how the first of two things lies to the second; empty for one thing and for three
 */
public record Subject(List<Content> contents, int number, Optional<Relation> relation) {
    /** Copies the contents. */
    public Subject {
        contents = List.copyOf(contents);
    }
}
