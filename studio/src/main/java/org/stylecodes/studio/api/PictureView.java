package org.stylecodes.studio.api;

import java.util.List;
import org.stylecodes.studio.store.PictureInfo;

/** A picture in JSON. */
public record PictureView(String id, String url, String thumbnail, int width, int height, List<String> palette) {
    private static final String FOLDER = "/api/v1/pictures/";

    /** The view of a picture. */
    public static PictureView of(PictureInfo picture) {
        return new PictureView(
                picture.id(),
                FOLDER + picture.id() + ".png",
                thumbnail(picture),
                picture.width(),
                picture.height(),
                picture.palette());
    }

    static String thumbnail(PictureInfo picture) {
        return FOLDER + picture.id() + "/thumbnail.png";
    }
}
