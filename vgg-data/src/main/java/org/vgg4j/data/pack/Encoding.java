package org.vgg4j.data.pack;

import com.google.protobuf.ByteString;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vgg4j.data.image.Image;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Pixels to image files. */
final class Encoding {
  private static final float QUALITY = 0.95f;
  private static final String JPEG_TREE = "javax_imageio_jpeg_image_1.0";

  private Encoding() {}

  /** A PNG file, which loses nothing. */
  static ByteString png(Image image) {
    return written(output -> ImageIO.write(image.picture(), "png", output));
  }

  /** A JPEG file of quality 0.95 with all its colour: chroma is not subsampled (4:4:4). */
  static ByteString jpeg(Image image) {
    return written(
        output -> {
          ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
          try {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            BufferedImage pixels = image.picture();
            IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(pixels), parameters);
            keepColour(metadata);
            writer.write(null, new IIOImage(pixels, null, metadata), parameters);
          } finally {
            writer.dispose();
          }
        });
  }

  /** The components of a frame are sampled alike. */
  private static void keepColour(IIOMetadata metadata) throws IIOInvalidTreeException {
    Node tree = metadata.getAsTree(JPEG_TREE);
    NodeList components = ((Element) tree).getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(JPEG_TREE, tree);
  }

  private interface Writing {
    void to(ImageOutputStream output) throws IOException;
  }

  private static ByteString written(Writing writing) {
    ByteString.Output bytes = ByteString.newOutput();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writing.to(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteString();
  }
}
