package org.vgg4j.data.transfer;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/**
 * The public data sets that can be fetched. Lengths and checksums are those of TensorFlow Datasets'
 * public lists; a server that sends anything else is found out.
 */
public final class Catalogue {
  private static final String TORONTO = "https://www.cs.toronto.edu/~kriz/";
  private static final String FAST_AI = "https://s3.amazonaws.com/fast-ai-imageclas/";
  private static final String ZALANDO =
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";
  private static final String CVDF = "https://storage.googleapis.com/cvdf-datasets/mnist/";

  private static final String CIFAR_TERMS =
      "no licence is stated; cite A. Krizhevsky, Learning Multiple Layers of Features from Tiny"
          + " Images, 2009";
  private static final String IMAGENET_TERMS =
      "a part of ImageNet: its images for non-commercial research and education alone"
          + " (https://image-net.org/download)";

  private static final ImmutableList<PublicDataset> ALL =
      ImmutableList.of(
          archive(
              "cifar-10",
              "60,000 images of 32 x 32 in 10 classes, binary version",
              CIFAR_TERMS,
              "cifar-10-batches-bin",
              file(
                  TORONTO + "cifar-10-binary.tar.gz",
                  170_052_171,
                  "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")),
          archive(
              "cifar-100",
              "60,000 images of 32 x 32 in 100 classes, binary version",
              CIFAR_TERMS,
              "cifar-100-binary",
              file(
                  TORONTO + "cifar-100-binary.tar.gz",
                  168_513_733,
                  "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec")),
          archive(
              "imagenette",
              "13,394 images of ten easy classes of ImageNet, full size",
              IMAGENET_TERMS,
              "imagenette2",
              file(
                  FAST_AI + "imagenette2.tgz",
                  1_557_161_267,
                  "6cbfac238434d89fe99e651496f0812ebc7a10fa62bd42d6874042bf01de4efd")),
          archive(
              "imagenette-320",
              "13,394 images of ten easy classes of ImageNet, smallest side 320",
              IMAGENET_TERMS,
              "imagenette2-320",
              file(
                  FAST_AI + "imagenette2-320.tgz",
                  341_663_724,
                  "569b4497c98db6dd29f335d1f109cf315fe127053cedf69010d047f0188e158c")),
          archive(
              "imagenette-160",
              "13,394 images of ten easy classes of ImageNet, smallest side 160",
              IMAGENET_TERMS,
              "imagenette2-160",
              file(
                  FAST_AI + "imagenette2-160.tgz",
                  99_003_388,
                  "64d0c4859f35a461889e0147755a999a48b49bf38a7e0f9bd27003f10db02fe5")),
          files(
              "fashion-mnist",
              "70,000 grey images of clothes, 28 x 28 in 10 classes",
              "MIT licence, Zalando SE (https://github.com/zalandoresearch/fashion-mnist)",
              file(
                  ZALANDO + "train-images-idx3-ubyte.gz",
                  26_421_880,
                  "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
              file(
                  ZALANDO + "train-labels-idx1-ubyte.gz",
                  29_515,
                  "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
              file(
                  ZALANDO + "t10k-images-idx3-ubyte.gz",
                  4_422_102,
                  "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
              file(
                  ZALANDO + "t10k-labels-idx1-ubyte.gz",
                  5_148,
                  "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")),
          files(
              "mnist",
              "70,000 grey images of handwritten digits, 28 x 28 in 10 classes",
              "Y. LeCun and C. Cortes; CC BY-SA 3.0 by common account",
              file(
                  CVDF + "train-images-idx3-ubyte.gz",
                  9_912_422,
                  "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
              file(
                  CVDF + "train-labels-idx1-ubyte.gz",
                  28_881,
                  "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
              file(
                  CVDF + "t10k-images-idx3-ubyte.gz",
                  1_648_877,
                  "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
              file(
                  CVDF + "t10k-labels-idx1-ubyte.gz",
                  4_542,
                  "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")));

  private Catalogue() {}

  /** All of them. */
  public static ImmutableList<PublicDataset> all() {
    return ALL;
  }

  /**
   * The data set of that name.
   *
   * @throws Problem if there is none
   */
  public static PublicDataset named(String name) {
    return ALL.stream()
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.configuration(
                    "data set " + name, "is unknown", Spelling.suggestion(name, names())));
  }

  private static ImmutableList<String> names() {
    return ALL.stream().map(PublicDataset::name).collect(toImmutableList());
  }

  private static RemoteFile file(String url, long bytes, String sha256) {
    return new RemoteFile(URI.create(url), bytes, Checksum.sha256(sha256));
  }

  private static PublicDataset archive(
      String name, String about, String terms, String folder, RemoteFile file) {
    return new PublicDataset(name, about, terms, Optional.of(folder), ImmutableList.of(file));
  }

  private static PublicDataset files(String name, String about, String terms, RemoteFile... files) {
    return new PublicDataset(name, about, terms, Optional.empty(), ImmutableList.copyOf(files));
  }
}
