package org.stylecodes.train.measure;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Nearest-neighbour search for a style, among one code for each style. */
record Retrieval<T>(List<T> among, ToDoubleBiFunction<T, T> distance) {
    /** The index of the nearest code. */
    int nearest(T code) {
        int nearest = 0;
        for (int i = 1; i < among.size(); i++) {
            if (distance.applyAsDouble(code, among.get(i)) < distance.applyAsDouble(code, among.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** How many of these codes, one for each style in the same order, are nearest to the code of their own style. */
    int found(List<T> codes) {
        int found = 0;
        for (int i = 0; i < codes.size(); i++) {
            found += nearest(codes.get(i)) == i ? 1 : 0;
        }
        return found;
    }
}
