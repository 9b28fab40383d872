using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// How a list is addressed: its filters and the number of its page stand in the address, so that it can be linked to and gone
/// back to. What was typed into its search never does, because somebody will type a name.
/// </summary>
public static class ListAddress
{
    private const string PageParameter = "hal";

    /// <summary>The address of a page of this list, counted from 1, with the filters that are set.</summary>
    public static string PageHref(this NavigationManager navigation, int page) =>
        new Uri(navigation.GetUriWithQueryParameter(PageParameter, page > 1 ? (int?)page : null)).PathAndQuery;

    /// <summary>Goes to the same list with one filter changed, at its first page.</summary>
    public static void Narrow(this NavigationManager navigation, string name, string? value) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
        {
            [name] = string.IsNullOrWhiteSpace(value) ? null : value.Trim(),
            [PageParameter] = null,
        }));

    /// <summary>As above, by a day. Text that is no date says so in its field and narrows nothing.</summary>
    public static void Narrow(this NavigationManager navigation, string name, DateOnly? day)
    {
        if (day != IndonesianDates.Unreadable)
        {
            navigation.Narrow(name, AddressValues.Of(day));
        }
    }

    /// <summary>Goes to the first page of what was searched for; false where it is shown already, so that only reading again is left.</summary>
    public static bool GoToFirstPage(this NavigationManager navigation)
    {
        var first = navigation.PageHref(1);
        var isElsewhere = first != new Uri(navigation.Uri).PathAndQuery;
        if (isElsewhere)
        {
            navigation.NavigateTo(first);
        }

        return isElsewhere;
    }

    /// <summary>Goes to the list without any filter; false where none is set.</summary>
    public static bool DropFilters(this NavigationManager navigation)
    {
        var address = new Uri(navigation.Uri);
        if (address.Query.Length > 0)
        {
            navigation.NavigateTo(address.AbsolutePath);
        }

        return address.Query.Length > 0;
    }
}
