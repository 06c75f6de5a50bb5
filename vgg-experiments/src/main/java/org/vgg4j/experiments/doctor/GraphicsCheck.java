package org.vgg4j.experiments.doctor;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The graphics card: its driver, the libraries of CUDA 12 and cuDNN 9, and whether this build can
 * use them. None of it is needed to compute on the processor.
 *
 * @param gpuBuild whether TensorFlow's library for graphics cards is on the class path
 */
record GraphicsCheck(Machine machine, boolean gpuBuild) {
  private static final ImmutableList<String> LIBRARIES =
      ImmutableList.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusolver.so.11",
          "libcusparse.so.12",
          "libcudnn.so.9");
  private static final String RESOURCE = "org/tensorflow/internal/c_api/linux-x86_64-gpu";

  static GraphicsCheck here(Machine machine) {
    ClassLoader loader = GraphicsCheck.class.getClassLoader();
    return new GraphicsCheck(machine, loader != null && loader.getResource(RESOURCE) != null);
  }

  List<Finding> findings() {
    NativeLibraries libraries = new NativeLibraries(machine);
    Optional<String> driver = driver();
    boolean usable = libraries.find("libcuda.so.1").isPresent();
    if (driver.isEmpty() && !usable && !gpuBuild) {
      return ImmutableList.of(Finding.ok("graphics card", "none; --device cpu is all there is"));
    }
    return ImmutableList.of(card(driver, usable), cuda(libraries), build());
  }

  private Optional<String> driver() {
    return machine
        .text("/proc/driver/nvidia/version")
        .flatMap(text -> text.lines().findFirst())
        .map(line -> line.replaceFirst(".*Kernel Module.*?(\\d+\\.[\\d.]+).*", "driver $1"));
  }

  private Finding card(Optional<String> driver, boolean usable) {
    boolean device = Files.exists(machine.path("/dev/nvidia0"));
    if (driver.isPresent() && usable && device) {
      return Finding.ok("graphics card", "NVIDIA, " + driver.get());
    }
    String lacking =
        driver.isEmpty() ? "no driver" : !usable ? "no libcuda.so.1" : "no /dev/nvidia0";
    return Finding.warning(
        "graphics card",
        "not usable: " + lacking,
        "install NVIDIA's driver; a container is started with --gpus all");
  }

  private Finding cuda(NativeLibraries libraries) {
    List<String> missing = libraries.missing(LIBRARIES);
    return missing.isEmpty()
        ? Finding.ok("CUDA", "every library of CUDA 12 and cuDNN 9")
        : Finding.warning(
            "CUDA",
            "not found: " + String.join(", ", missing),
            "install CUDA 12 and cuDNN 9, or name their folder in LD_LIBRARY_PATH");
  }

  private Finding build() {
    return gpuBuild
        ? Finding.ok("GPU build", "TensorFlow's library for graphics cards is there")
        : Finding.warning(
            "GPU build",
            "this build computes on the processor alone",
            "build with MAVEN_ARGS=-Pgpu in the environment");
  }
}
