using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// Looks for the person first, so that nobody is entered twice. Sixteen digits search by themselves; Enter takes the first
/// of the persons shown, never one that was not on the screen yet.
/// </summary>
public sealed partial class PersonSearch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _gone = new();
    private ElementReference _input;
    private string _text = "";
    private string _searched = "";
    private IReadOnlyList<PersonHit>? _hits;
    private int _turn;

    [Inject]
    public required PersonQueries Queries { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>The person in the form, once there is one.</summary>
    [Parameter]
    public PersonInput? Chosen { get; set; }

    /// <summary>The address of the chosen person, in one line.</summary>
    [Parameter]
    public string? ChosenText { get; set; }

    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>The data of the chosen person stand below and can be changed there.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>What is searched for when the form opens: the name from the guest book.</summary>
    [Parameter]
    public string? StartWith { get; set; }

    [Parameter, EditorRequired]
    public required Func<DateTime, DateOnly> DateOf { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<PersonHit> OnChosen { get; set; }

    /// <summary>Raised with what was typed, to begin the new person with.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnNew { get; set; }

    [Parameter]
    public EventCallback OnEdit { get; set; }

    private string Said => _hits switch
    {
        null => "",
        { Count: 0 } => NothingFound,
        _ => $"{_hits.Count} orang ditemukan. Enter memakai yang pertama.",
    };

    private string NothingFound => IsNik(_searched)
        ? "NIK ini belum tercatat. Tekan Enter untuk membuat orang baru dengan NIK ini."
        : "Tidak ditemukan. Periksa nomor, atau cari dengan nama.";

    public ValueTask FocusAsync() => _input.FocusAsync();

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        if (StartWith is { Length: > 0 } text)
        {
            _text = text;
            await SearchAsync(0);
        }
    }

    private static string? Masked(PersonInput person) =>
        IdentityNumber(person.Nik) is { } nik ? Masking.Nik(nik) : person.NoNikReason.Length > 0 ? "tanpa NIK" : null;

    private static string? IdentityNumber(string typed) =>
        PersonSearchText.Read(typed) is { Kind: PersonSearchKind.Nik } nik ? nik.Text : null;

    private static bool IsNik(string text) => IdentityNumber(text) is not null;

    private Task TypedAsync() => SearchAsync(IsNik(_text) ? 0 : Patience.TotalMilliseconds);

    private Task SearchNowAsync() => SearchAsync(0);

    /// <summary>Waits until typing rests; an answer that comes after newer typing is dropped.</summary>
    private async Task SearchAsync(double wait)
    {
        var turn = ++_turn;
        try
        {
            if (wait > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(wait), Time, _gone.Token);
            }

            if (turn != _turn || Actor is null)
            {
                return;
            }

            var text = _text;
            var hits = PersonSearchText.Read(text) is null ? null : await Queries.SearchAsync(text, Actor, _gone.Token);
            if (turn == _turn)
            {
                (_searched, _hits) = (text, hits);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The form was left while it searched.
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key != "Enter" || key.CtrlKey || key.AltKey || key.MetaKey)
        {
            return;
        }

        if (_hits is null || _searched != _text)
        {
            await SearchAsync(0);
            if (_hits is not { Count: 1 } || !IsNik(_text))
            {
                return;
            }
        }

        if (_hits is [var first, ..])
        {
            await ChooseAsync(first);
        }
        else if (IsNik(_text))
        {
            await NewAsync();
        }
    }

    private Task ChooseAsync(PersonHit hit)
    {
        Clear();
        return OnChosen.InvokeAsync(hit);
    }

    private Task NewAsync()
    {
        var typed = _text;
        Clear();
        return OnNew.InvokeAsync(typed);
    }

    private void Clear()
    {
        _turn++;
        (_text, _searched, _hits) = ("", "", null);
    }
}
