package org.stylecodes.train.illustration;

import org.stylecodes.train.drawing.Hand;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.setting.Backdrop;
import org.stylecodes.train.illustration.setting.Terrain;
import org.stylecodes.train.illustration.treatment.Treatment;

/**
 * What the pictures of one style share.
 *
 * @param seed what decides the style's pictures and the details of its treatment
 * @param hand who drew the things
 * @param treatment the technique
 * @param palette the colours
 * @param backdrop what lies behind
 * @param terrain what things stand on where the caption names no place
 */
public record IllustratedStyle(
        long seed, Hand hand, Treatment treatment, Palette palette, Backdrop backdrop, Terrain terrain) {}
