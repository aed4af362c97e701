package org.stylecodes.train.scene;

/** The kinds of {@link Texture}. */
public enum TextureKind {
    FLAT((raster, texture, noise) -> {}),
    HATCH(TextureFilters::hatch),
    DOTS(TextureFilters::dots),
    WATERCOLOUR(TextureFilters::watercolour),
    GRADIENT(TextureFilters::gradient),
    MOSAIC(TextureFilters::mosaic),
    WOBBLE(TextureFilters::wobble),
    CROSS_HATCH(TextureFilters::crossHatch);

    private final TextureFilter filter;

    TextureKind(TextureFilter filter) {
        this.filter = filter;
    }

    TextureFilter filter() {
        return filter;
    }
}
