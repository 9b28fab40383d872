namespace DinsosIntranet.Features.Letters.Toolkit;

public enum TextStyle
{
    Regular,
    Bold,
    Italic,
}

public enum TextAlign
{
    Left,
    Center,
    Right,

    /// <summary>Justified where the paragraph has three lines or more, left otherwise.</summary>
    Justify,
}

/// <summary>A piece of text in one style; a plain string is a regular one.</summary>
public readonly record struct TextRun(string Text, TextStyle Style = TextStyle.Regular)
{
    public static TextRun Bold(string text) => new(text, TextStyle.Bold);

    public static TextRun Italic(string text) => new(text, TextStyle.Italic);

    public static TextRun FromString(string text) => new(text);

    public static implicit operator TextRun(string text) => FromString(text);
}
