/** A user without a photo: the initials, in a colour of their own. */
export function Avatar({ name, id }: { name: string; id: string }) {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * 47) % 360, 7);
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? "")
    .join("");
  return (
    <span className="avatar" style={{ "--hue": hue } as React.CSSProperties} aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}
