package org.stylecodes.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.ModelInfo;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.format.Config;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.siglip.Preprocessor;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyledUNet;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Lazy;
import org.stylecodes.tensor.NativeHeap;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.tensor.Workers;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vision.ImageEncoder;

/**
 * The networks of a model folder. Configurations are read and checked when the folder is opened. Weights are read when they are first
 * needed, so encoding uses no memory for the networks that draw. Thread-safe, apart from {@link #close}.
 */
public final class Networks implements AutoCloseable {
    private static final int LARGE_CHANNELS = 512;

    private final ModelFolder folder;
    private final StylePart style;
    private final Placement placement;
    private final Configs configs;
    private final Lazy<Tokenizer> tokenizer = new Lazy<>(this::readTokenizer);
    private final Lazy<TextEncoder> textEncoder = new Lazy<>(this::readTextEncoder);
    private final Lazy<Preprocessor> preprocessor = new Lazy<>(this::readPreprocessor);
    private final Lazy<ImageEncoder> imageEncoder = new Lazy<>(this::readImageEncoder);
    private final Lazy<StyleAutoencoder> autoencoder = new Lazy<>(this::readAutoencoder);
    private final Lazy<StyledUNet> unet = new Lazy<>(this::readUnet);
    private final Lazy<Autoencoder> vae = new Lazy<>(this::readVae);
    private final Lazy<NoiseSchedule> schedule = new Lazy<>(this::readSchedule);
    private final Lazy<MemoryNeed> memoryNeed = new Lazy<>(this::countMemory);
    private volatile boolean loaded;

    private Networks(ModelFolder folder, StylePart style, Placement placement) {
        this.folder = folder;
        this.style = style;
        this.placement = placement;
        this.configs = Configs.of(folder, style.config());
    }

    /** Opens a model folder or single-file checkpoint on the CPU, in float32. */
    public static Networks open(Path path) {
        return open(path, Placement.CPU);
    }

    /**
     * Opens a model folder, or a single-file checkpoint beside the parts that it does not hold.
     *
     * @param placement where the weights go; the networks that make codes stay in float32, so a code does not depend on the precision
     * @throws org.stylecodes.error.ModelFormatException if a part is missing, or its configuration is damaged or does not fit the
     *     others
     */
    public static Networks open(Path path, Placement placement) {
        ModelFolder folder = ModelFolder.open(path);
        try {
            StylePart style = StylePart.open(folder);
            try {
                return new Networks(folder, style, placement);
            } catch (RuntimeException e) {
                style.closing().run();
                throw e;
            }
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The configurations of the parts. */
    public Configs configs() {
        return configs;
    }

    /** The device of all weights, and the precision of the networks that draw. */
    public Placement placement() {
        return placement;
    }

    /** Describes the model as its configurations do. */
    public ModelInfo info() {
        KnownWords words = folder.hasTokenizer() ? Tokenizer.knownWords(folder.tokenizer()) : KnownWords.ANY;
        return ModelInfoFactory.of(folder.path().toString(), configs, words, style.released(), placement.precision());
    }

    /** The tokenizer, which turns a prompt into token ids. */
    public Tokenizer tokenizer() {
        return tokenizer.get();
    }

    /** The text encoder, which turns token ids into hidden states. */
    public TextEncoder textEncoder() {
        return textEncoder.get();
    }

    /** The preprocessor, which turns a picture into the pixels that the image encoder reads. */
    public Preprocessor preprocessor() {
        return preprocessor.get();
    }

    /** The image encoder, which turns pixels into features. */
    public ImageEncoder imageEncoder() {
        return imageEncoder.get();
    }

    /** The style autoencoder, which turns features into a latent, and the values of a code into a style map. */
    public StyleAutoencoder autoencoder() {
        return autoencoder.get();
    }

    /** The base UNet with its control branch. */
    public StyledUNet unet() {
        return unet.get();
    }

    /** The VAE, which turns latents into a picture and back. */
    public Autoencoder vae() {
        return vae.get();
    }

    /**
     * Reads the weights of all networks that draw, on all threads, unless they were read before. The encoder of the VAE, which only a start
     * picture needs, is left out.
     *
     * @throws org.stylecodes.error.ModelFormatException if a tensor is missing or has another shape than the configuration implies
     * @throws org.stylecodes.error.CancelledException if the thread is interrupted; the next call goes on
     */
    void load() {
        if (loaded) {
            return;
        }
        Scope.run(() -> {
            List<Runnable> reading = new ArrayList<>();
            configs.drawing()
                    .forEach((part, shapes) -> reading.addAll(weights(part).reading(shapes)));
            Workers.run(reading, NativeHeap::trimThread);
        });
        NativeHeap.trim(); // what the files held before the conversion
        loaded = true;
    }

    /** Whether a UNet has so many channels that its operations are worth dividing among threads. */
    static boolean isLarge(UNetConfig unet) {
        return unet.bottom().channels() >= LARGE_CHANNELS;
    }

    /** How much memory drawing takes on the processor. */
    MemoryNeed memoryNeed() {
        return memoryNeed.get();
    }

    /** Returns free native memory to the system if the networks are large, because the next ones need blocks of other sizes. */
    void trim() {
        if (isLarge(configs.unet())) {
            NativeHeap.trim();
        }
    }

    /** The tensors of the style part by name, in float32 on the device. This object owns them; callers must not change them. */
    public Map<String, Tensor> styleTensors() {
        Map<String, Tensor> tensors = new TreeMap<>();
        configs.outline(Part.STYLE)
                .forEach((name, shape) -> tensors.put(
                        name, style.weights().apply(placement.exact()).tensor(name, Init.ZEROS, shape)));
        return tensors;
    }

    /** The noise schedule that the base was trained with. */
    public NoiseSchedule schedule() {
        return schedule.get();
    }

    /** Frees the weights of all networks. The networks must not be used afterwards. */
    @Override
    public void close() {
        style.closing().run();
        folder.close();
    }

    private Tokenizer readTokenizer() {
        return Tokenizer.open(folder.tokenizer());
    }

    private MemoryNeed countMemory() {
        return MemoryNeed.of(
                configs,
                style.heldBytes().getAsLong() + folder.heldBytes(List.of(Part.TEXT_ENCODER, Part.UNET, Part.VAE)),
                Precision.fastest(Device.CPU) == Precision.BFLOAT16);
    }

    private Weights weights(Part part) {
        return part == Part.STYLE ? style.weights().apply(placement) : folder.weights(part, placement);
    }

    private TextEncoder readTextEncoder() {
        return TextEncoder.of(configs.text(), folder.weights(Part.TEXT_ENCODER, placement));
    }

    private ImageEncoder readImageEncoder() {
        return configs.vision().network(folder.weights(Part.IMAGE_ENCODER, placement.exact()));
    }

    private StyleAutoencoder readAutoencoder() {
        return StyleAutoencoder.of(
                configs.style().autoencoder(),
                style.weights().apply(placement.exact()).at(Configs.AUTOENCODER));
    }

    private StyledUNet readUnet() {
        return new StyledUNet(
                UNet.of(configs.unet(), folder.weights(Part.UNET, placement)),
                configs.control(style.weights().apply(placement)));
    }

    private Autoencoder readVae() {
        return Autoencoder.decoderFirst(configs.vae(), folder.weights(Part.VAE, placement));
    }

    private Preprocessor readPreprocessor() {
        String file = Part.IMAGE_ENCODER.folder() + "/preprocessor_config.json";
        Config config = Config.of(folder.path().resolve(file).toString(), folder.json(file));
        return Preprocessor.of(config, configs.style().preResize(), configs.vision());
    }

    private NoiseSchedule readSchedule() {
        return NoiseSchedule.of(folder.scheduler());
    }
}
