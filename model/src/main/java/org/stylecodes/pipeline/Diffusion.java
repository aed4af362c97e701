package org.stylecodes.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Device;
import org.stylecodes.InitPicture;
import org.stylecodes.Precision;
import org.stylecodes.Progress;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Picture;
import org.stylecodes.sampler.solver.Denoiser;
import org.stylecodes.sampler.solver.Step;
import org.stylecodes.sampler.solver.StepListener;
import org.stylecodes.sampler.solver.Trajectory;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.MachineMemory;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.vae.VaeConfig;

/**
 * Draws the pictures of a request. The pictures are drawn one after another, so each has the same bytes as if it had been
 * requested alone. Thread-safe: each run has its own tensors.
 */
public record Diffusion(Networks networks) {
    /**
     * Draws the pictures of a request and reports progress to its listener.
     *
     * @param request with all defaults filled in
     * @throws org.stylecodes.error.CancelledException if the listener cancels or the thread is interrupted
     * @throws org.stylecodes.error.InvalidRequestException if the schedule does not allow this number of steps
     * @throws org.stylecodes.error.NativeMemoryException if the machine has too little memory; nothing is read then
     */
    public List<Picture> draw(Request request) {
        return Scope.get(() -> {
            Run run = Run.of(request, networks);
            long seed = Objects.requireNonNull(request.seed());
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < request.count(); i++) {
                int index = i;
                StepListener listener = step -> report(request, index, step);
                pictures.add(Scope.get(() -> {
                    Tensor latents = run.latents(seed + index, listener);
                    networks.trim();
                    return decode(latents);
                }));
            }
            return pictures;
        });
    }

    /**
     * Samples the clean latents of the first picture.
     *
     * @param request with all defaults filled in; its own listener is not called
     * @return (1, C, h, w), scaled as the UNet expects them
     */
    public Tensor latents(Request request, StepListener listener) {
        return Scope.of(() -> Run.of(request, networks).latents(Objects.requireNonNull(request.seed()), listener));
    }

    /**
     * Decodes latents (1, C, h, w), scaled as the UNet expects them, to a picture.
     *
     * @throws ModelFormatException if the picture has values that are not finite
     * @throws EnvironmentException if the picture has such values and the precision is float16, which may be the reason
     */
    public Picture decode(Tensor latents) {
        double factor = networks.configs().vae().scalingFactor();
        return Scope.get(() -> {
            Tensor placed = Devices.put(networks.placement(), latents.div(new Scalar(factor)));
            Tensor values = networks.vae().decode(placed).to(ScalarType.Float);
            if (!values.isfinite().all().item_bool()) {
                throw notFinite();
            }
            return PictureTensors.picture(values);
        });
    }

    private StyleCodesException notFinite() {
        String model = networks.configs().style().id();
        return networks.placement().precision() == Precision.FLOAT16
                ? new EnvironmentException("the picture has values that are not finite; the activations of " + model
                        + " may be too large for float16, so use bfloat16 or float32")
                : new ModelFormatException(
                        model,
                        "the picture has values that are not finite; the weights are damaged or do not fit the configuration");
    }

    private boolean report(Request request, int index, Step step) {
        try (Preview preview = new Preview(this, step.clean())) {
            Progress progress = new Progress(index + 1, request.count(), step.index() + 1, step.steps(), preview);
            request.listener().progress(progress);
            return !progress.isCancelled();
        }
    }

    /** What the pictures of one request share. Latents are float32 on the device of the networks. */
    private record Run(
            Device device,
            Trajectory trajectory,
            Denoiser denoiser,
            long[] shape,
            @Nullable Tensor init) {
        static Run of(Request request, Networks networks) {
            Size size = Objects.requireNonNull(request.size());
            if (networks.placement().device().kind() == Device.Kind.CPU) {
                networks.memoryNeed().requireFits(networks.placement().precision(), size, MachineMemory.total());
            }
            networks.load();
            VaeConfig vae = networks.configs().vae();
            Trajectory trajectory = Trajectory.of(
                    Objects.requireNonNull(request.sampler()),
                    networks.schedule(),
                    Objects.requireNonNull(request.steps()));
            InitPicture init = request.init();
            return new Run(
                    networks.placement().device(),
                    init == null ? trajectory : trajectory.last(init.strength()),
                    new GuidedDenoiser(
                            networks.unet(),
                            Conditions.of(request, networks),
                            request.guidance(),
                            Objects.requireNonNull(request.strength()),
                            networks.placement()),
                    new long[] {1, vae.foldedChannels(), size.height() / vae.factor(), size.width() / vae.factor()},
                    init == null ? null : encoded(init.picture(), size, networks));
        }

        Tensor latents(long seed, StepListener listener) {
            try (Noise noiseSource = Noise.of(seed)) {
                Tensor noise = Devices.put(device, noiseSource.normal(shape));
                Tensor start = init == null ? trajectory.begin(noise) : trajectory.begin(init, noise);
                return trajectory.sample(denoiser, start, noiseSource::normal, listener);
            }
        }

        private static Tensor encoded(Picture picture, Size size, Networks networks) {
            Picture fitted = PictureTensors.fitted(picture, size.width(), size.height());
            double factor = networks.configs().vae().scalingFactor();
            return Scope.of(() -> {
                Tensor placed = Devices.put(networks.placement(), PictureTensors.of(fitted));
                Tensor mean = networks.vae().encode(placed).mean().to(ScalarType.Float);
                return Layers.scaled(mean, factor);
            });
        }
    }
}
