package org.stylecodes.train.scene;

/** Draws one thing. Objects fill the square from -1 to 1 (y down) and stand at y = 1. */
@FunctionalInterface
interface Drawing {
    void draw(Brush brush);
}
