package org.vgg4j.experiments.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.data.Reading;
import org.vgg4j.experiments.doctor.Finding.Level;

/** The doctor on machines that lack something. */
class DoctorTests {
  private static final long GIB = 1L << 30;

  @TempDir private Path root;

  private Machine machine(Map<String, String> environment) {
    return new Machine(root, environment);
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> of(List<Finding> findings, Level level) {
    return findings.stream().filter(f -> f.level() == level).map(Finding::what).toList();
  }

  @Test
  void aMachineThatShowsNothingOfItselfIsNoReasonToFail() {
    List<Finding> findings =
        new Doctor(root.resolve("new/out"), Optional.empty(), Reading.DEFAULT)
            .findings(machine(Map.of()));
    assertThat(findings).hasSizeGreaterThan(8);
    assertThat(of(findings, Level.MISSING)).isEmpty();
    assertThat(findings).allMatch(f -> f.level() == Level.OK || f.remedy() != null);
  }

  @Test
  void anOldJavaIsMissing() {
    Finding finding = JavaCheck.of(Runtime.Version.parse("11.0.2"), "somebody");
    assertThat(finding.level()).isEqualTo(Level.MISSING);
    assertThat(finding.remedy()).contains("JDK 17");
  }

  @Test
  void muslAndForeignSystemsAreMissing() throws IOException {
    file("lib/ld-musl-x86_64.so.1", "");
    List<Finding> findings = new SystemCheck(machine(Map.of()), "Linux", "riscv64").findings();
    assertThat(of(findings, Level.MISSING)).hasSize(2).last().isEqualTo("musl");
  }

  @Test
  void glibcTellsItsVersion() throws IOException {
    file("lib64/libc.so.6", "..GNU C Library (Some 2.36-9) stable release version 2.36.\n");
    assertThat(new SystemCheck(machine(Map.of()), "Linux", "amd64").findings())
        .extracting(Finding::what)
        .containsExactly("Linux amd64", "glibc 2.36");
  }

  @Test
  void aLibraryThatDoesNotLoadTellsWhichOneItLacks() {
    Finding finding =
        new TensorFlowCheck(
                () -> {
                  throw new UnsatisfiedLinkError("libstdc++.so.6: cannot open\nmore");
                })
            .finding();
    assertThat(finding.level()).isEqualTo(Level.MISSING);
    assertThat(finding.what()).endsWith("libstdc++.so.6: cannot open");
  }

  @Test
  void withoutAvx512TheFastKernelsWantASwitch() throws IOException {
    file("proc/cpuinfo", "processor : 0\nflags\t\t: fpu avx avx2 fma\n");
    List<Finding> off = new ProcessorCheck(machine(Map.of()), 2).findings();
    assertThat(off.get(0).what()).isEqualTo("2 processors with avx avx2 fma");
    assertThat(off.get(1).level()).isEqualTo(Level.WARNING);
    Map<String, String> set = Map.of("TF_ENABLE_ONEDNN_OPTS", "1", "TF_DETERMINISTIC_OPS", "1");
    assertThat(of(new ProcessorCheck(machine(set), 2).findings(), Level.WARNING)).isEmpty();
  }

  @Test
  void aCardWithoutItsLibrariesNamesEachOfThem() throws IOException {
    file("proc/driver/nvidia/version", "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15");
    file("usr/local/cuda/lib64/libcudart.so.12", "");
    file("usr/lib64/libcuda.so.1", "");
    file("dev/nvidia0", "");
    List<Finding> findings = new GraphicsCheck(machine(Map.of()), false).findings();
    assertThat(findings.get(0).what()).isEqualTo("NVIDIA, driver 550.54.15");
    assertThat(findings.get(1).what())
        .startsWith("not found: libcublas.so.12")
        .contains("libcudnn.so.9")
        .doesNotContain("libcudart");
    assertThat(findings.get(2).remedy()).contains("-Pgpu");
  }

  @Test
  void theLimitOfAContainerCounts() throws IOException {
    file("proc/meminfo", "MemTotal: 33554432 kB\nMemAvailable: 16777216 kB\n");
    file("sys/fs/cgroup/memory.max", String.valueOf(GIB));
    List<Finding> findings = new MemoryCheck(machine(Map.of()), GIB).findings();
    assertThat(of(findings, Level.WARNING))
        .hasSize(2)
        .first()
        .asString()
        .isEqualTo("32.00 GiB, 16.00 GiB available, container limit 1.00 GiB");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsMissing() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    assertThat(new DiskCheck(file.resolve("out")).finding().level()).isEqualTo(Level.MISSING);
  }

  @Test
  void imagesThatCannotBeDecodedAreNamed() throws IOException {
    for (String split : List.of("train", "val")) {
      for (String name : List.of("cat", "dog")) {
        file(split + "/" + name + "/broken.jpg", "no image");
      }
    }
    List<Finding> findings = new DataHealth(root.toString(), Reading.DEFAULT).findings();
    assertThat(of(findings, Level.MISSING)).hasSize(3).first().asString().contains("broken.jpg");
  }
}
