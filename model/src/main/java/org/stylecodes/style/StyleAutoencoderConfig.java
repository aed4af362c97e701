package org.stylecodes.style;

/**
 * The sizes of a {@link StyleAutoencoder}.
 *
 * @param features width of the vision tower's features
 * @param latent numbers in a latent, which is symbols in a code
 * @param width numbers per token inside
 * @param heads attention heads; they divide the width
 * @param attentionLayers how often the latent looks at the features
 * @param decoderLayers layers of the decoder
 * @param feedForward numbers between the two linear layers of a decoder layer
 * @param channels of the style map, which are those of the UNet's bottleneck
 */
public record StyleAutoencoderConfig(
        int features,
        int latent,
        int width,
        int heads,
        int attentionLayers,
        int decoderLayers,
        int feedForward,
        int channels) {

    public StyleAutoencoderConfig {
        positive("features", features);
        positive("latent", latent);
        positive("width", width);
        positive("heads", heads);
        positive("attentionLayers", attentionLayers);
        positive("decoderLayers", decoderLayers);
        positive("feedForward", feedForward);
        positive("channels", channels);
        if (width % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide the width " + width);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", expected at least 1");
        }
    }
}
