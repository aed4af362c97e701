package org.stylecodes.train.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.scene.AbstractPicture;
import org.stylecodes.train.scene.Captions;
import org.stylecodes.train.scene.SceneObject;
import org.stylecodes.train.scene.SceneRenderer;
import org.stylecodes.train.scene.SceneSample;
import org.stylecodes.train.scene.SceneStyle;

/**
 * Rendered pictures, which are drawn when they are requested.
 *
 * @param settings which pictures, and how many
 * @param objects what the pictures show; the content of a sample is its object's index in this list
 */
public record ScenePictures(RunConfig.Scenes settings, List<SceneObject> objects) implements StyleData {
    /** @throws InvalidRequestException if a word is not the name of an object */
    public static ScenePictures of(RunConfig.Scenes settings) {
        return new ScenePictures(
                settings, settings.objects().stream().map(ScenePictures::object).toList());
    }

    @Override
    public String description() {
        return settings.toString();
    }

    @Override
    public int styles() {
        return settings.styles();
    }

    @Override
    public int size() {
        return settings.size();
    }

    @Override
    public int pictures(int style) {
        return settings.pictures();
    }

    @Override
    public Sample sample(int style, int picture) {
        SceneSample sample = scene(style, picture);
        int content = objects.indexOf(sample.content().objects().get(0));
        return new Sample(sample.render(settings.size()), sample.caption(), content);
    }

    @Override
    public String caption(int style, int picture) {
        return scene(style, picture).caption();
    }

    @Override
    public List<String> words() {
        return Captions.words();
    }

    @Override
    public Optional<Picture> reference(int style, long variant) {
        AbstractPicture[] kinds = AbstractPicture.values();
        AbstractPicture kind = kinds[(int) Math.floorMod(variant, (long) kinds.length)];
        return Optional.of(SceneRenderer.renderAbstract(style(style), kind, variant, settings.size()));
    }

    private SceneSample scene(int style, int picture) {
        return SceneSample.of(style(style), picture, objects, 0);
    }

    private SceneStyle style(int style) {
        return SceneStyle.of(settings.firstStyle() + style);
    }

    private static SceneObject object(String word) {
        try {
            return SceneObject.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequestException("the renderer does not draw '" + word + "'; expected one of "
                    + Arrays.toString(SceneObject.values()).toLowerCase(Locale.ROOT));
        }
    }
}
