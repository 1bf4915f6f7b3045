"""Pictures: charts, marks, corner marks and codes as SVG, drawn in millimetres at their final size."""
