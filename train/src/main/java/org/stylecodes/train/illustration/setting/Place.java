package org.stylecodes.train.illustration.setting;

import java.util.List;

/** A place, a time or a weather that a caption names and its picture shows. */
public enum Place {
    /** A round hill. */
    HILL(Terrain.HILL, "on a hill", "on top of a hill"),
    /** Water with waves. */
    SEA(Terrain.WATER, "by the sea", "at the sea", "on the water"),
    /** Falling snow over a cover of snow. */
    SNOW(Terrain.SNOW, "in the snow", "in winter"),
    /** Grass. */
    MEADOW(Terrain.GRASS, "on the grass", "in a meadow"),
    /** Sand. */
    BEACH(Terrain.SAND, "on the sand", "on the beach", "in the desert"),
    /** A row of firs behind. */
    FOREST(Terrain.GRASS, "in the forest", "in the woods"),
    /** Mountains behind. */
    MOUNTAINS(Terrain.STRIP, "in the mountains", "in front of mountains"),
    /** Buildings behind. */
    CITY(Terrain.STRIP, "in the city", "in a town"),
    /** Moon and stars. */
    NIGHT(Terrain.NONE, "at night", "under the stars", "in the moonlight"),
    /** The sun. */
    SUN(Terrain.NONE, "in the sun", "on a sunny day"),
    /** Falling rain. */
    RAIN(Terrain.NONE, "in the rain", "on a rainy day"),
    /** Clouds. */
    CLOUDS(Terrain.NONE, "in the clouds", "in the sky");

    private final Terrain terrain;
    private final List<String> phrases;

    Place(Terrain terrain, String... phrases) {
        this.terrain = terrain;
        this.phrases = List.of(phrases);
    }

    /** What things stand on there; {@link Terrain#NONE} if the place is in the sky and leaves the ground as it is. */
    public Terrain terrain() {
        return terrain;
    }

    /** The ways to say it, the commonest first. */
    public List<String> phrases() {
        return phrases;
    }
}
