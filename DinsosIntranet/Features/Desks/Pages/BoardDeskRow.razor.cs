using DinsosIntranet.Features.Desks.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>
/// One row of the board. Rows are immutable and shared, so a row that looks as before is not rendered again: with many
/// viewers that is what a change costs.
/// </summary>
public sealed partial class BoardDeskRow
{
    private BoardRow? _rendered;

    [Parameter, EditorRequired]
    public required BoardRow Row { get; set; }

    protected override bool ShouldRender() => _rendered is null || !Row.LooksLike(_rendered);

    protected override void OnAfterRender(bool firstRender) => _rendered = Row;

    private static string Class(BoardTile tile) => (tile.Tone, tile.IsMoved) switch
    {
        (BoardTone.Late, false) => "ubin merah",
        (BoardTone.Late, true) => "ubin merah baru",
        (BoardTone.Soon, false) => "ubin kuning",
        (BoardTone.Soon, true) => "ubin kuning baru",
        (BoardTone.Fine, false) => "ubin hijau",
        (BoardTone.Fine, true) => "ubin hijau baru",
        (BoardTone.Paused, false) => "ubin jeda",
        (BoardTone.Paused, true) => "ubin jeda baru",
        (_, false) => "ubin tanpa-jam",
        (_, true) => "ubin tanpa-jam baru",
    };
}
