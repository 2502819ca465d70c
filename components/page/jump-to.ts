export interface SearchProps {
  /** Where the box goes as a plain form, with `q`. */
  action: string;
  /** Answers `?q=` with `PaletteGroup[]` as JSON. */
  url: string;
  placeholder: string;
  labels: { title: string; pages: string; empty: string; failed: string; open: string; move: string; close: string };
}

/** One kind of thing found: companies, requests. */
export interface PaletteGroup {
  heading: string;
  items: { id: string; href: string; title: string; detail?: string }[];
}
