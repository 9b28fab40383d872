using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// A register that is filtered by its address and searched beside it: what was typed stays out of the address, because it
/// names people. It reads when either changes, and when the register itself does; a late answer never replaces a newer one.
/// </summary>
public abstract class SearchedList<TFilter, TPage> : LiveComponent
    where TFilter : class, new()
    where TPage : class
{
    private (TFilter Filter, int Page)? _shown;
    private int _reading;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    protected int PageAsked => AddressValues.Page(Hal);

    /// <summary>What stands in the search field.</summary>
    protected string? Typed { get; set; }

    /// <summary>What was searched for; null where nothing was.</summary>
    protected string? Searched { get; private set; }

    /// <summary>The page that is shown; null until it was read.</summary>
    protected TPage? Page { get; private set; }

    protected bool IsNarrowed => !Filter.Equals(new TFilter());

    /// <summary>The filters of the address, with what was searched for.</summary>
    protected abstract TFilter Filter { get; }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Filter, PageAsked))
        {
            await ReadAsync();
        }
    }

    protected abstract Task<TPage> FindAsync(TFilter filter, int page, Actor actor);

    protected Task SearchAsync()
    {
        Searched = string.IsNullOrWhiteSpace(Typed) ? null : Typed.Trim();
        return Navigation.GoToFirstPage() ? Task.CompletedTask : ReadAsync();
    }

    protected Task ShowAllAsync()
    {
        (Typed, Searched) = (null, null);
        return Navigation.DropFilters() ? Task.CompletedTask : ReadAsync();
    }

    protected sealed override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var asked = (Filter, PageAsked);
        var found = await FindAsync(asked.Filter, asked.PageAsked, Actor);
        if (reading == _reading)
        {
            (Page, _shown) = (found, asked);
        }
    }
}
