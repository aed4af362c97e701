package org.stylecodes.train.illustration.treatment;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.raster.Layer;
import org.stylecodes.train.illustration.setting.Backdrop;

/** How a thing is drawn: the technique, not the colours and not the hand. */
public enum Treatment {
    /** As the hand drew it. */
    PLAIN(Flats::plain, PaletteRule.ANY, Backdrop.values(), "an illustration of *", "*, flat colours"),
    /** With a bold outline. */
    OUTLINE(Flats::outlined, PaletteRule.ANY, Backdrop.values(), "a cartoon of *", "*, bold outlines"),
    /** White lines on blue paper. */
    BLUEPRINT(Lines::blueprint, PaletteRule.BLUEPRINT, flat(), "*, blueprint", "a blueprint of *"),
    /** Lines of a pen. */
    LINE(Lines::pen, PaletteRule.ONE_HUE, calm(), "a line drawing of *", "*, line art", "an outline drawing of *"),
    /** A picture of few large pixels. */
    PIXEL(Cells::pixels, PaletteRule.ANY, broad(), "pixel art of *", "*, pixel art"),
    /** Tones printed by dots of different sizes. */
    HALFTONE(
            Screens::halftone,
            PaletteRule.ONE_HUE,
            marked(),
            "a halftone print of *",
            "*, halftone dots",
            "*, halftone"),
    /** A relief of clay. */
    CLAY(Relief::clay, PaletteRule.ANY, calm(), "a relief of * in clay", "*, made of clay", "*, clay"),
    /** A polished relief of metal. */
    METAL(Relief::metal, PaletteRule.ANY, calm(), "a relief of * in metal", "*, made of metal", "*, metal"),
    /** A relief carved in wood. */
    WOOD(Relief::wood, PaletteRule.WOOD, flat(), "a relief of * in wood", "*, carved in wood", "*, wood carving"),
    /** Transparent washes on white paper. */
    WATERCOLOUR(
            Watercolour::render,
            PaletteRule.WHITE_PAPER,
            flat(),
            "a watercolour of *",
            "*, watercolour",
            "a watercolor painting of *"),
    /** A sticker with a white border. */
    STICKER(Flats::sticker, PaletteRule.STICKER, Backdrop.values(), "a sticker of *", "*, sticker"),
    /** One dark shape. */
    SILHOUETTE(Flats::silhouette, PaletteRule.ONE_HUE, Backdrop.values(), "a silhouette of *", "*, silhouette"),
    /** Tones printed by lines of different widths. */
    ENGRAVING(Screens::engraving, PaletteRule.PRINT, flat(), "an engraving of *", "*, engraving"),
    /** Crosses of thread on cloth. */
    CROSS_STITCH(Cells::stitches, PaletteRule.ANY, flat(), "a cross-stitch of *", "*, cross-stitch", "*, embroidery"),
    /** Chalk on a board. */
    CHALK(Lines::chalk, PaletteRule.BOARD, flat(), "a chalk drawing of *", "*, chalk"),
    /** Small tiles with gaps. */
    MOSAIC(Tiles::mosaic, PaletteRule.TILES, broad(), "a mosaic of *", "*, mosaic"),
    /** Large pieces of glass between strips of lead. */
    STAINED_GLASS(Tiles::stainedGlass, PaletteRule.GLASS, broad(), "a stained glass window of *", "*, stained glass"),
    /** Two inks. */
    DUOTONE(Flats::duotone, PaletteRule.TWO_INKS, calm(), "a duotone print of *", "*, duotone"),
    /** A flat icon with a long shadow. */
    LONG_SHADOW(
            Flats::longShadow, PaletteRule.SHADOW, plainOrDisc(), "an icon of * with a long shadow", "*, long shadow"),
    /** Glowing tubes in the dark; never trained on. */
    NEON(Lines::neon, PaletteRule.NIGHT, flat(), "a neon sign of *", "*, neon");

    private final Rendering rendering;
    private final PaletteRule rule;
    private final List<Backdrop> backdrops;
    private final List<String> phrases;

    Treatment(Rendering rendering, PaletteRule rule, Backdrop[] backdrops, String... phrases) {
        this.rendering = rendering;
        this.rule = rule;
        this.backdrops = List.of(backdrops);
        this.phrases = List.of(phrases);
    }

    /** The treatments that training may use. */
    public static List<Treatment> forTraining() {
        return Stream.of(values()).filter(treatment -> treatment != NEON).toList();
    }

    /** Draws a palette that suits the treatment, and drawings in one colour if asked. */
    public Palette palette(boolean oneColour, SplittableRandom random) {
        return rule.draw(oneColour, random);
    }

    /** The backdrops that do not compete with the treatment's own marks. */
    public List<Backdrop> backdrops() {
        return backdrops;
    }

    /** Ways to say it in a caption; the asterisk stands for the subject. */
    public List<String> phrases() {
        return phrases;
    }

    /** Whether the treatment leaves something of drawings in one colour. */
    public boolean suitsOneColour() {
        return switch (this) {
            case WATERCOLOUR, SILHOUETTE, PIXEL, CROSS_STITCH, MOSAIC, STAINED_GLASS -> false;
            default -> true;
        };
    }

    /** Whether the backdrop may darken at night. */
    public boolean showsNightfall() {
        return switch (this) {
            case PLAIN, OUTLINE, PIXEL, CLAY, STICKER, MOSAIC, STAINED_GLASS -> true;
            default -> false;
        };
    }

    /** The picture of a scene, opaque. Thread-safe; the layers of the scene stay as they are. */
    public Layer render(Scene scene) {
        return rendering.render(scene);
    }

    private static Backdrop[] flat() {
        return new Backdrop[] {Backdrop.FLAT};
    }

    private static Backdrop[] calm() {
        return new Backdrop[] {Backdrop.FLAT, Backdrop.GRADIENT, Backdrop.PAPER, Backdrop.DISC};
    }

    private static Backdrop[] broad() {
        return new Backdrop[] {Backdrop.FLAT, Backdrop.GRADIENT, Backdrop.DISC, Backdrop.RAYS};
    }

    private static Backdrop[] marked() {
        return new Backdrop[] {Backdrop.FLAT, Backdrop.DISC, Backdrop.RAYS};
    }

    private static Backdrop[] plainOrDisc() {
        return new Backdrop[] {Backdrop.FLAT, Backdrop.GRADIENT, Backdrop.DISC};
    }
}
