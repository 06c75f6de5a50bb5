package org.vgg4j.experiments.plot;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Element;

/** Puts pictures into SVG files as PNG, without the readers and writers of Batik's own. */
final class EmbeddedPng extends DefaultImageHandler {
  @Override
  protected void handleHREF(Image image, Element element, SVGGeneratorContext context)
      throws SVGGraphics2DIOException {
    BufferedImage pixels =
        new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = pixels.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    handleHREF((RenderedImage) pixels, element, context);
  }

  @Override
  protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context)
      throws SVGGraphics2DIOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new SVGGraphics2DIOException(e);
    }
    String content = Base64.getEncoder().encodeToString(bytes.toByteArray());
    element.setAttributeNS(
        XLINK_NAMESPACE_URI, XLINK_HREF_QNAME, "data:image/png;base64," + content);
  }
}
