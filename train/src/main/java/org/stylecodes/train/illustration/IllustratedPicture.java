package org.stylecodes.train.illustration;

import java.util.List;
import java.util.Set;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.illustration.setting.Place;
import org.stylecodes.train.illustration.treatment.Treatment;

/**
 * A picture of a style and what it shows. Its bytes are shared, not copied.
 *
 * @param rgb {@code side * side * 3} bytes, RGB, row by row
 * @param caption what it shows, in lower case; empty if it shows no thing
 * @param contents the different things that it shows
 * @param number how many of the only thing it shows; 1 otherwise
 * @param places the places, times and weathers that it shows
 * @param treatment the technique
 */
public record IllustratedPicture(
        byte[] rgb, String caption, List<Content> contents, int number, Set<Place> places, Treatment treatment) {
    /** Copies the contents and the places. */
    public IllustratedPicture {
        contents = List.copyOf(contents);
        places = Set.copyOf(places);
    }
}
