package org.stylecodes.train.illustration.setting;

/** What things stand on. */
public enum Terrain {
    /** Nothing. */
    NONE,
    /** A flat strip. */
    STRIP,
    /** A round hill. */
    HILL,
    /** Water with waves. */
    WATER,
    /** Sand with pebbles. */
    SAND,
    /** Grass with tufts. */
    GRASS,
    /** A cover of snow. */
    SNOW
}
