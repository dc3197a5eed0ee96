/** Lets a part that scrolls sideways be reached by keyboard, as long as it scrolls; the parts that fit cost no stop. */
export function reachWhereScrolling(element: HTMLElement): () => void {
  const look = () => {
    if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(element);
  const content = new MutationObserver(look);
  content.observe(element, {childList: true, subtree: true});
  look();
  return () => {
    sizes.disconnect();
    content.disconnect();
  };
}
